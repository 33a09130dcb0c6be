using System.Text;
using EkDwar.Catalogue.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Catalogue.Rules;

public class A_rule_that_is_too_much
{
    [Fact]
    public void is_refused_over_two_thousand_characters()
    {
        Assert.True(Rule.TryParse("1" + new string(' ', 1_999), out _, out _));
        Assert.Equal("a rule has at most 2,000 characters, this one has 2,001", Fault("1" + new string(' ', 2_000)).Problem);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a: ", "1", "}")]
    [InlineData("if true then 1 else ", "1", "")]
    [InlineData("some x in y satisfies ", "true", "")]
    [InlineData("not(", "true", ")")]
    public void is_refused_over_thirty_two_nestings(string open, string inner, string close)
    {
        Assert.True(Rule.TryParse(Nested(open, inner, close, 32), out _, out _));
        var fault = Fault(Nested(open, inner, close, 33));
        Assert.Equal("a rule is nested at most 32 deep", fault.Problem);
        Assert.InRange(fault.Column, open.Length * 32 + 1, open.Length * 33);
    }

    [Fact]
    public void is_not_one_with_many_conditions_beside_each_other() => Assert.True(Rule.TryParse($"[{string.Join(", ", Enumerable.Repeat("if a then 1 else 2", 60))}]", out _, out _));

    [Theory]
    [InlineData("1", "+1"), InlineData("a", ".a"), InlineData("a", "[1]"), InlineData("true", " and true"), InlineData("2", "**1"), InlineData("1", "*1")]
    public void is_answered_however_long_its_chain(string first, string more)
    {
        var chain = new StringBuilder(first);
        while (chain.Length + more.Length <= Rule.LongestText) chain.Append(more);
        var rule = Rule.Parse(chain.ToString());
        var evaluation = rule.Evaluate(new() { ["a"] = 1m });
        Assert.Equal(first == "a" ? 1 : 0, rule.Reads.Count);
        Assert.Empty(rule.Faults.Concat(rule.DivisionsByWhatMayBeZero));
        Assert.True(evaluation.Value is not null || evaluation.Errors.Count > 0);
    }

    [Theory]
    [InlineData("for a in 1..1000, b in 1..1000 return a * b")]
    [InlineData("count(for a in 1..100000000 return a)")]
    [InlineData("some a in 1..20000 satisfies a < 0")]
    [InlineData("every d in @\"0001-01-01\"..@\"9999-12-31\" satisfies d.day > 0")]
    public void ends_after_ten_thousand_steps(string rule) => RuleValue.IsNull(rule, "the rule takes more than 10,000 steps");

    [Fact]
    public void ends_when_text_doubles_itself() => RuleValue.IsNull(Doubling("\"0123456789\"", "{0} + {0}"), "more than 10,000 steps");

    [Fact]
    public void ends_when_a_list_doubles_itself() => RuleValue.IsNull(Doubling("[1, 2, 3]", "concatenate({0}, {0})"), "more than 10,000 steps");

    [Fact]
    public void ends_when_values_share_what_they_hold() => RuleValue.IsNull($"string({Doubling("[1]", "[{0}, {0}]")})", "more than 10,000 steps");

    [Fact]
    public void ends_when_such_values_are_compared() =>
        RuleValue.IsNull($"{Doubling("[1]", "[{0}, {0}]")} = {Doubling("[1]", "[{0}, {0}]")}", "more than 10,000 steps");

    [Fact]
    public void ends_when_a_replacement_grows() =>
        RuleValue.IsNull($"{{a: \"{new string('a', 900)}\", b: replace(a, \"a\", a), c: replace(b, \"a\", a)}}.c", "more than 10,000 steps");

    /// <summary>Thirty values, each made of the one before twice.</summary>
    static string Doubling(string first, string twice)
    {
        var entries = Enumerable.Range(1, 30).Select(n => $"v{n}: {string.Format(twice, $"v{n - 1}")}");
        return $"{{v0: {first}, {string.Join(", ", entries)}}}.v30";
    }

    static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    static RuleFault Fault(string text)
    {
        Assert.False(Rule.TryParse(text, out _, out var fault));
        return fault;
    }
}

public class Any_text_at_all
{
    static readonly string[] Pieces =
    [
        "a", "b.c", "item", "1", "0", "-", "2.5", "\"x\"", "@\"P1D\"", "@\"2026-01-31\"", "null", "true", "(", ")", "[", "]", "{", "}", ",", ":", "..", "+", "*", "**", "/",
        "=", "!=", "<", ">=", " and ", " or ", " in ", " between ", "if ", " then ", " else ", "for x in ", " return ", "some x in ", "every x in ", " satisfies ", "x",
        "not(", "count(", "sum(", "date and time(", "string length(", "matches(", "replace(", "duration(", "1..9", "1..99999", "\"", "\\", "// c\n", "/*", "*/", "\0", "😀", "अ",
    ];

    /// <summary>A text is a rule or has a fault inside it; a rule comes to something, its checks too; neither throws, and steps bound both.</summary>
    static bool IsAnswered(string text)
    {
        if (!Rule.TryParse(text, out var rule, out var fault)) return fault.Line >= 1 && fault.Column >= 1 && fault.Column <= text.Length + 1 && fault.Problem.Length > 0;
        var names = new EkDwar.Catalogue.Rules.Values.Context { ["a"] = new List<object?> { 1m, "x", null }, ["b"] = 3m, ["x"] = "y" };
        var evaluation = rule!.Evaluate(names);
        return rule.Reads.All(name => name.Path.Length > 0) && rule.Comparisons.All.All(compared => compared.Name.Path.Length > 0) && evaluation.Errors.Count <= 21;
    }

    [Fact]
    public void is_answered() => Prop.ForAll<string>(text => IsAnswered(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void made_of_a_rule_s_own_pieces_is_answered() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf(12).ToArbitrary(), pieces => IsAnswered(string.Concat(pieces))).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void made_of_a_rule_by_leaving_a_character_out_or_doubling_it_is_answered()
    {
        foreach (var rule in TckCase.All.Select(tested => tested.Expression).Where((_, index) => index % 7 == 0))
            for (var at = 0; at < rule.Length; at++)
            {
                Assert.True(IsAnswered(rule.Remove(at, 1)), rule.Remove(at, 1));
                Assert.True(IsAnswered(rule.Insert(at, rule[at].ToString())), rule);
            }
    }
}
