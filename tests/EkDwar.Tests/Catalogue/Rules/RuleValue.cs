using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Tests.Catalogue.Rules;

/// <summary>What a rule comes to, for tests that read as its specification.</summary>
static class RuleValue
{
    public static object? Of(string rule, Context? names = null) => Evaluated(rule, names).Value;

    public static Evaluation Evaluated(string rule, Context? names = null) => Rule.Parse(rule).Evaluate(names ?? []);

    /// <summary>Checks that the rule comes to null, and why.</summary>
    public static void IsNull(string rule, string because, Context? names = null)
    {
        var evaluation = Evaluated(rule, names);
        Assert.Null(evaluation.Value);
        Assert.Contains(evaluation.Errors, error => error.Problem.Contains(because, StringComparison.Ordinal));
    }

    /// <summary>Checks that one rule comes to the same as another, both without error.</summary>
    public static void IsSame(string rule, string other)
    {
        var evaluation = Evaluated($"({rule}) = ({other})");
        Assert.Empty(evaluation.Errors);
        Assert.True(evaluation.Value is true, $"{rule} is {Of($"string({rule})")}, not {other}");
    }
}
