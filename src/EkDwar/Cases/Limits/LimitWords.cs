using System.Globalization;

namespace EkDwar.Cases.Limits;

/// <summary>The words of desk notices that are no events of the ledger, and those of notices to a senior, on whose desk the case is not.</summary>
public static class LimitWords
{
    public const string Used = "LimitWarning", StageBudget = "StageBudget", Below = "Below";

    /// <summary>What only says that time runs out.</summary>
    public static readonly IReadOnlyList<string> Warnings = [Used, Below + Used, StageBudget];

    /// <summary>The same of a desk below the post that is told.</summary>
    public static string OfBelow(string kind) => Below + kind;

    public static bool IsOfBelow(string kind) => kind.StartsWith(Below, StringComparison.Ordinal);

    /// <summary>The word with how much it says is used, where it says that.</summary>
    public static string With(string kind, int? percent) => percent is { } used ? string.Create(CultureInfo.InvariantCulture, $"{kind}_{used}") : kind;

    /// <summary>The word and how much; empty where it does not say.</summary>
    public static (string Word, string Percent) Parts(string kind) => kind.Split('_') is [var word, var percent] ? (word, percent) : (kind, "");
}
