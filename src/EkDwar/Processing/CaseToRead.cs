namespace EkDwar.Processing;

/// <summary>A case as whoever may read it and not act on it sees it; masked before it comes here.</summary>
/// <param name="Address">where its papers are asked for</param>
public sealed record CaseToRead(DeskCase Desk, IReadOnlyList<DeskPaper> Papers, string Address);
