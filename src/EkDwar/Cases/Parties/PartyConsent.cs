namespace EkDwar.Cases.Parties;

/// <summary>
/// What the ledger keeps of a party's answer, under seal: which party, how, and the hash of exactly what she was shown. By
/// mobile the name of the person who answered; before the officer, on what day and identified by what, never a number of it.
/// </summary>
public sealed record PartyConsent(string Party, string Shown)
{
    public PartyMeans? Means { get; init; }
    public string? By { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string? IdentifiedBy { get; init; }
}

/// <summary>A consent on its way into the ledger: by whom, and what is said of it.</summary>
public sealed record ConsentEntry(CaseEvent Kind, DateTime At, Actor Actor, LedgerBody Body);
