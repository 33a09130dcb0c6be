using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Tests.Catalogue.Rules;

public class A_list_in_a_rule
{
    static readonly Context Household = new()
    {
        ["income"] = new List<object?>
        {
            new Context { ["member"] = "Asha", ["source"] = "farm", ["amount"] = 40_000m },
            new Context { ["member"] = "Ravi", ["source"] = "salary", ["amount"] = 150_000.50m },
            new Context { ["member"] = "Mira", ["source"] = "farm", ["amount"] = null },
        },
    };

    [Theory]
    [InlineData("income[1].member", "\"Asha\"")]
    [InlineData("income[-1].member", "\"Mira\"")]
    [InlineData("income.member", "[\"Asha\", \"Ravi\", \"Mira\"]")]
    [InlineData("income[source = \"farm\"].member", "[\"Asha\", \"Mira\"]")]
    [InlineData("income[item.amount > 50000].member", "[\"Ravi\"]")]
    [InlineData("sum(income[amount != null].amount)", "190000.5")]
    [InlineData("count(income[source = \"farm\"])", "2")]
    [InlineData("some row in income satisfies row.amount > 100000", "true")]
    [InlineData("for row in income[source = \"farm\"] return row.member", "[\"Asha\", \"Mira\"]")]
    [InlineData("for i in 3..1 return i * 2", "[6, 4, 2]")]
    [InlineData("for d in @\"2026-02-27\"..@\"2026-03-01\" return d.day", "[27, 28, 1]")]
    [InlineData("{fee: 20, total: fee * 3}.total", "60")]
    [InlineData("[1, 2, 3][item >= 2]", "[2, 3]")]
    [InlineData("distinct values([1, 2, 1])", "[1, 2]")]
    [InlineData("concatenate([1], [2])", "[1, 2]")]
    [InlineData("append([1], 2)", "[1, 2]")]
    [InlineData("list contains([1, 2], 2)", "true")]
    [InlineData("5 in (<3, >4)", "true")]
    [InlineData("5 in [1..5)", "false")]
    [InlineData("\"sc\" in (\"sc\", \"st\")", "true")]
    [InlineData("3 in ([1..2], [3..4])", "true")]
    public void is_picked_from_and_walked_through(string rule, string value) =>
        Assert.Equal(RuleValue.Of($"string({value})"), RuleValue.Of($"string({rule})", Household));

    [Theory]
    [InlineData("[1, 2][3]"), InlineData("[1, 2][0]"), InlineData("[1, 2][1.5]"), InlineData("[][1]"), InlineData("null[1]"), InlineData("{a: 1}.b")]
    public void has_nothing_where_there_is_nothing(string rule) => Assert.Null(RuleValue.Of(rule));

    [Theory]
    [InlineData("for x in \"a\"..\"z\" return x", "a loop runs over a list, or a range of whole numbers or dates")]
    [InlineData("for x in 1..2.5 return x", "a loop runs over a list, or a range of whole numbers or dates")]
    [InlineData("income[member]", "a filter is a condition or a number, not a string")]
    public void tells_what_does_not_fit(string rule, string because) =>
        Assert.Contains(RuleValue.Evaluated(rule, Household).Errors, error => error.Problem == because);
}

public class A_text_in_a_rule
{
    [Theory]
    [InlineData("string length(\"a\\u0915😀\")", "3")]
    [InlineData("substring(\"😀abc\", 2, 2)", "\"ab\"")]
    [InlineData("substring(\"abc\", -2)", "\"bc\"")]
    [InlineData("upper case(\"ab\") + lower case(\"CD\")", "\"ABcd\"")]
    [InlineData("starts with(\"MH-12\", \"MH\") and ends with(\"MH-12\", \"12\")", "true")]
    [InlineData("\"\\\"\\u0041\\n\"", "\"\\\"A\\n\"")]
    [InlineData("string join([\"a\", null, \"b\"], \"-\")", "\"a-b\"")]
    [InlineData("string(1.50)", "\"1.5\"")]
    [InlineData("string([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\"")]
    [InlineData("matches(\"MH12AB1234\", \"^[A-Z]{2}[0-9]{2}[A-Z]{1,2}[0-9]{4}$\")", "true")]
    [InlineData("count(split(\"a,b,,c\", \",\"))", "4")]
    public void is_made_and_measured(string rule, string value) => RuleValue.IsSame(rule, value);

    [Theory]
    [InlineData("matches(\"aa\", \"(a)\\1\")", "refer back")]
    [InlineData("matches(\"aa\", \"(?=a)\")", "is no pattern")]
    [InlineData("matches(\"aa\", \"(\")", "is no pattern")]
    [InlineData("matches(\"aa\", \"((a{99}){999})\")", "repeats at most")]
    [InlineData("matches(\"aa\", \"a{99999999999999999999}\")", "repeats at most")]
    [InlineData("count(for i in 1..1000 return matches(\"a\", \"a\"))", "more than 10,000 steps")]
    [InlineData("matches(\"aa\", \"a\", \"g\")", "'g' is no flag")]
    public void is_not_matched_with_what_could_run_for_ever(string rule, string because) => RuleValue.IsNull(rule, because);
}
