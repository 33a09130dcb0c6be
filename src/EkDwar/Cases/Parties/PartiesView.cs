namespace EkDwar.Cases.Parties;

/// <summary>The table of a case's parties; with the address under which the applicant may change one, while she may.</summary>
public sealed record PartiesView(IReadOnlyList<PartyLine> Lines, string? ChangeAt = null);
