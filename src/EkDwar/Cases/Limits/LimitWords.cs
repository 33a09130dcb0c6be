using System.Globalization;

namespace EkDwar.Cases.Limits;

/// <summary>The words of desk notices that are no events of the ledger, and those of notices to a senior, on whose desk the case is not.</summary>
public static class LimitWords
{
    public const string Warning = "LimitWarning", StageBudget = "StageBudget", Below = "Below";

    /// <summary>That so many of a hundred parts of the limit are used.</summary>
    public static string Used(int percent) => string.Create(CultureInfo.InvariantCulture, $"{Warning}_{percent}");

    /// <summary>The same of a desk below the post that is told.</summary>
    public static string OfBelow(string kind) => Below + kind;

    public static bool IsOfBelow(string kind) => kind.StartsWith(Below, StringComparison.Ordinal);

    /// <summary>The word without its number, and the number; empty where it has none.</summary>
    public static (string Word, string Percent) Parts(string kind) => kind.Split('_') is [var word, var percent] ? (word, percent) : (kind, "");
}
