using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Tests.Catalogue.Rules;

public class A_rule_in_three_values
{
    [Theory]
    [InlineData("true", "true", true, true)]
    [InlineData("true", "false", false, true)]
    [InlineData("true", "null", null, true)]
    [InlineData("false", "true", false, true)]
    [InlineData("false", "false", false, false)]
    [InlineData("false", "null", false, null)]
    [InlineData("null", "true", null, true)]
    [InlineData("null", "false", false, null)]
    [InlineData("null", "null", null, null)]
    [InlineData("1", "true", null, true)]
    [InlineData("1", "false", false, null)]
    public void joins_by_and_and_or(string left, string right, bool? and, bool? or)
    {
        Assert.Equal(and, RuleValue.Of($"{left} and {right}"));
        Assert.Equal(or, RuleValue.Of($"{left} or {right}"));
    }

    [Theory, InlineData("true", false), InlineData("false", true), InlineData("null", null)]
    public void negates(string value, bool? negated) => Assert.Equal(negated, RuleValue.Of($"not({value})"));

    [Theory]
    [InlineData("null = null", true)]
    [InlineData("null = 1", false)]
    [InlineData("null != 1", true)]
    [InlineData("[1, null] = [1, null]", true)]
    [InlineData("null in (1, null)", true)]
    public void knows_null_when_it_asks_what_is_equal(string rule, bool value)
    {
        Assert.Equal(value, RuleValue.Of(rule));
        Assert.Empty(RuleValue.Evaluated(rule).Errors);
    }

    [Theory, InlineData("null < 1"), InlineData("1 >= null"), InlineData("income > 5 and true")]
    public void does_not_know_whether_null_is_less_or_more(string rule)
    {
        var evaluation = RuleValue.Evaluated(rule, new() { ["income"] = null });
        Assert.Null(evaluation.Value);
        Assert.Empty(evaluation.Errors);
    }

    [Theory]
    [InlineData("1 < \"a\"", "'<' cannot compare a number with a string")]
    [InlineData("1 = \"1\"", "'=' cannot compare a number with a string")]
    [InlineData("1 + null", "'+' does not fit a number and null")]
    [InlineData("null in [1..3]", "null cannot be looked for in a range")]
    [InlineData("null between 1 and 3", "null cannot lie between a number and a number")]
    [InlineData("for x in null return x", "a loop runs over a list")]
    [InlineData("not(1)", "'not' wants a boolean as its negand, not a number")]
    [InlineData("nobody", "there is nothing called 'nobody'")]
    [InlineData("nobody.name", "null has no 'name'")]
    public void tells_why_anything_else_is_null(string rule, string because) => RuleValue.IsNull(rule, because);

    [Theory]
    [InlineData("if null then 1 else 2", 2)]
    [InlineData("if income > 5 then 1 else 2", 2)]
    [InlineData("if false then 1 else if true then 3 else 2", 3)]
    public void takes_else_when_a_condition_is_not_true(string rule, int value) => Assert.Equal((decimal)value, RuleValue.Of(rule, new() { ["income"] = null }));

    [Theory]
    [InlineData("some x in [1, 2, 3] satisfies x > 2", true)]
    [InlineData("some x in [] satisfies x > 2", false)]
    [InlineData("some x in [1, null] satisfies x > 2", null)]
    [InlineData("every x in [3, 4] satisfies x > 2", true)]
    [InlineData("every x in [] satisfies x > 2", true)]
    [InlineData("every x in [3, null] satisfies x > 2", null)]
    [InlineData("every x in [1, null] satisfies x > 2", false)]
    [InlineData("some x in [1, 2], y in [3, 4] satisfies x * y = 8", true)]
    public void asks_some_and_every(string rule, bool? value) => Assert.Equal(value, RuleValue.Of(rule));

    [Fact]
    public void goes_on_after_an_error_and_tells_it_beside_the_value()
    {
        var evaluation = RuleValue.Evaluated("1 > 2 or\n  \"a\" - 1 = null", []);
        Assert.True(evaluation.Holds);
        Assert.Equal("line 2, column 3: '-' does not fit a string and a number", Assert.Single(evaluation.Errors).ToString());
    }

    [Fact]
    public void may_be_asked_by_many_at_once_and_keeps_nothing()
    {
        var rule = EkDwar.Catalogue.Rules.Rule.Parse("for x in rows return x + n");
        Parallel.For(0, 200, n =>
        {
            var names = new Context { ["rows"] = new List<object?> { 1m, 2m }, ["n"] = (decimal)n };
            Assert.Equal(new List<object?> { n + 1m, n + 2m }, rule.Evaluate(names).Value);
        });
    }
}
