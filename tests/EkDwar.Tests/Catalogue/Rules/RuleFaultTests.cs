using EkDwar.Catalogue.Rules;

namespace EkDwar.Tests.Catalogue.Rules;

public class A_text_that_is_no_rule
{
    [Theory]
    [InlineData("", 1, 1, "the rule ends too early")]
    [InlineData("income <", 1, 9, "the rule ends too early")]
    [InlineData("income <= and", 1, 11, "'and' cannot stand here")]
    [InlineData("if income > 5 then 1", 1, 21, "'else' is missing before the end")]
    [InlineData("if income > 5 1 else 2", 1, 15, "'then' is missing before '1'")]
    [InlineData("sum(income.amount", 1, 18, "')' is missing before the end")]
    [InlineData("(1 + 2", 1, 7, "')' is missing before the end")]
    [InlineData("[1, 2", 1, 6, "']' is missing before the end")]
    [InlineData("{a: 1", 1, 6, "'}' is missing before the end")]
    [InlineData("{a 1}", 1, 4, "':' is missing before '1'")]
    [InlineData("1 < 2 < 3", 1, 7, "'<' cannot stand here")]
    [InlineData("x between 1 or 2", 1, 13, "'and' is missing before 'or'")]
    [InlineData("some x of rows satisfies x", 1, 8, "'in' is missing before 'of'")]
    [InlineData("purpose is other", 1, 9, "'purpose is' is no name: names have no spaces")]
    [InlineData("a =\n  b +\n  ?", 3, 3, "'?' has no meaning in a rule")]
    [InlineData("a = \"open", 1, 5, "this text has no closing quotation mark")]
    [InlineData("1 /* for ever", 1, 3, "this comment has no end")]
    [InlineData("99999999999999999999999999999999", 1, 1, "this number is not one a rule can hold exactly")]
    [InlineData("0.12345678901234567890123456789012", 1, 1, "this number is not one a rule can hold exactly")]
    [InlineData("(function(a) a)(1)", 1, 2, "a rule makes no functions of its own")]
    [InlineData("a instance of number", 1, 3, "'instance of' is not part of these rules")]
    [InlineData("- -1", 1, 3, "'-' cannot stand here")]
    [InlineData("a == b", 1, 4, "'=' cannot stand here")]
    [InlineData("a && b", 1, 3, "'&' has no meaning in a rule")]
    [InlineData("'a'", 1, 1, "''' has no meaning in a rule")]
    public void is_told_where_and_why(string text, int line, int column, string problem)
    {
        Assert.False(Rule.TryParse(text, out _, out var fault));
        Assert.Equal(new RuleFault(line, column, problem), fault);
        Assert.Equal($"line {line}, column {column}: {problem}", Assert.Throws<RuleException>(() => Rule.Parse(text)).Message);
    }
}

public class A_rule_that_is_looked_at_before_it_is_asked
{
    [Theory]
    [InlineData("income <= 800000 and today > born_on + @\"P60Y\"", "income, today, born_on")]
    [InlineData("born_on.year = today.year", "born_on.year, today.year")]
    [InlineData("sum(income.amount)", "income.amount")]
    [InlineData("income[source = \"farm\"].amount", "income.amount, income, source|income.source")]
    [InlineData("income[item.amount > limit]", "income, income.amount, limit|income.limit")]
    [InlineData("some row in income satisfies row.amount > 5", "income, income.amount")]
    [InlineData("for a in households, b in a.members return b.age", "households, households.members, households.members.age")]
    [InlineData("for i in 1..n return i", "n")]
    [InlineData("{rate: 5, total: rate * pages}.total", "pages")]
    [InlineData("[{x: 1}][x > y].x", "x|item.x, y|item.y")]
    [InlineData("years and months duration(born_on, today).years", "born_on, today")]
    [InlineData("1 + 2", "")]
    public void names_what_it_reads(string rule, string reads) =>
        Assert.Equal(reads, string.Join(", ", Rule.Parse(rule).Reads.Select(name => name.OrPath is null ? name.Path : $"{name.Path}|{name.OrPath}")));

    [Fact]
    public void says_where_it_reads_it() => Assert.Equal(new ReadName("born_on", null, 2, 7), Rule.Parse("1 < 2\n  and born_on > today").Reads[0]);

    [Theory]
    [InlineData("a = \"x\"", "a:x", "")]
    [InlineData("\"x\" != a or a in (\"y\", \"z\")", "a:x a:y a:z", "")]
    [InlineData("n between 1 and 5 and n in [7..9]", "n:1 n:5 n:7 n:9", "")]
    [InlineData("list contains(a, \"x\") and \"y\" in b", "a:x b:y", "")]
    [InlineData("n > 5 and n * 2 < 20", "n:5", "n")]
    [InlineData("a = b", "", "a b")]
    [InlineData("some row in income satisfies row.source = \"farm\"", "income.source:farm", "income")]
    [InlineData("income[source = \"farm\"]", "source:farm", "income")]
    public void names_what_it_compares_with_what(string rule, string compared, string otherwise)
    {
        var comparisons = Rule.Parse(rule).Comparisons;
        Assert.Equal(compared, string.Join(' ', comparisons.All.Select(one => $"{one.Name.Path}:{one.Value}")));
        Assert.Equal(otherwise, string.Join(' ', comparisons.UsedOtherwise.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("total / count(rows)", 1)]
    [InlineData("total / 12", 0)]
    [InlineData("total / -0.5", 0)]
    [InlineData("total / 0", 1)]
    [InlineData("total / @\"P1D\"", 0)]
    [InlineData("modulo(total, n)", 1)]
    [InlineData("2 ** n", 0)]
    [InlineData("m ** n", 1)]
    [InlineData("m ** -1", 1)]
    [InlineData("m ** 2", 0)]
    [InlineData("if n > 0 then total / n else 0", 0)]
    [InlineData("if n != 0 and total > 5 then total / n else 0", 0)]
    [InlineData("if count( rows ) >= 1 then total / count(rows) else 0", 0)]
    [InlineData("if n >= 0 then total / n else 0", 1)]
    [InlineData("if n > 0 or true then total / n else 0", 1)]
    [InlineData("if n > 0 then 0 else total / n", 1)]
    [InlineData("if m > 0 then total / n else 0", 1)]
    public void tells_where_it_may_divide_by_zero(string rule, int divisions) => Assert.Equal(divisions, Rule.Parse(rule).DivisionsByWhatMayBeZero.Count);

    [Theory]
    [InlineData("1 + summe(a)", 5, "there is no function 'summe'")]
    [InlineData("1 + cuont(a)", 5, "there is no function 'cuont', perhaps 'count'")]
    [InlineData("substring(a)", 1, "'substring' is called as substring(string: string, start position: number, [length: number])")]
    [InlineData("floor(n: 1, places: 2)", 1, "'floor' is called as floor(n: number, [scale: number])")]
    [InlineData("date(1, 2)", 1, "'date' is called as date(from: string|date|date and time) or date(year: number, month: number, day: number)")]
    [InlineData("1 > 2 or @\"2026-02-31\" > @\"2026-01-01\"", 10, "\"2026-02-31\" is no date, time or duration")]
    public void tells_what_can_only_fail(string rule, int column, string problem)
    {
        var read = Rule.Parse(rule);
        Assert.Equal(new RuleFault(1, column, problem), Assert.Single(read.Faults));
        RuleValue.IsNull(rule, problem, new() { ["a"] = "x" });
    }
}
