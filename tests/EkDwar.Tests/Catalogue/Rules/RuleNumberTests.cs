namespace EkDwar.Tests.Catalogue.Rules;

public class A_number_in_a_rule
{
    [Theory]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1.10 * 3", "3.3")]
    [InlineData("800000 * 18 / 100", "144000")]
    [InlineData("0.07 * 100", "7")]
    [InlineData("1 - 0.9", "0.1")]
    [InlineData("79228162514264337593543950335 - 1", "79228162514264337593543950334")]
    [InlineData("2 ** 10", "1024")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("-3 ** 2", "9")]
    [InlineData("2 + 3 * 4 - 10 / 5", "12")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("modulo(-7, 3)", "2")]
    [InlineData("decimal(2.345, 2)", "2.34")]
    [InlineData("round half up(2.345, 2)", "2.35")]
    [InlineData("round up(1249, -2)", "1300")]
    [InlineData("sum(1, 2.5, 3)", "6.5")]
    [InlineData("mean([1, 2, 6])", "3")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max([3, 1, 2])", "3")]
    [InlineData("count([1, null])", "2")]
    public void is_exact(string rule, string value) => RuleValue.IsSame(rule, value);

    [Fact]
    public void has_28_places_and_is_rounded_there_not_cut() => RuleValue.IsSame("2 / 3", "0.6666666666666666666666666667");

    [Theory]
    [InlineData("79228162514264337593543950335 + 1", "too large")]
    [InlineData("10 ** 29", "too large")]
    [InlineData("product([99999999999999999999, 99999999999999999999])", "too large")]
    [InlineData("1 / 0", "divides by zero")]
    [InlineData("modulo(1, 0)", "divides by zero")]
    [InlineData("0 ** -1", "divides by zero")]
    [InlineData("2 ** 0.5", "a power is a whole number from -1000 to 1000")]
    [InlineData("sum([1, \"2\"])", "'sum' wants numbers, not a string")]
    [InlineData("min([1, \"2\"])", "'min' cannot compare a string with a number")]
    [InlineData("number(\"a lakh\")", "is no number")]
    public void that_cannot_be_held_is_null_and_an_error(string rule, string because) => RuleValue.IsNull(rule, because);

    [Theory, InlineData("sum([])"), InlineData("mean([])"), InlineData("min([])"), InlineData("max([])")]
    public void of_nothing_is_null(string rule) => Assert.Null(RuleValue.Of(rule));
}
