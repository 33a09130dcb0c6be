namespace EkDwar.Foundation;

/// <summary>
/// After how many calendar days an application is closed that waits for the citizen's side and for nothing else. A state's file
/// says it of all its services, a service's of its own. Without such a rule nothing is ever closed so.
/// </summary>
public sealed class CloseRule
{
    public const string Papers = "papers", Consent = "consent", Fee = "fee", Answer = "answer";

    public static readonly IReadOnlyList<string> Causes = [Papers, Consent, Fee, Answer];

    /// <summary>Less leaves no time to be reminded at half of it and a week before.</summary>
    public const int Least = 15, Most = 1_095;

    /// <summary>What is waited for: missing papers, a party's consent, the fee, or the answer to a query.</summary>
    public string Cause { get; init; } = "";
    public int Days { get; init; }

    /// <summary>The law, or "example".</summary>
    public string Source { get; init; } = "";
}
