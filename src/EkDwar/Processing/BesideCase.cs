using EkDwar.Cases;
using EkDwar.Processing.Visits;

namespace EkDwar.Processing;

/// <summary>What stands beside a case on the desk: its papers, and the visits that were asked for it.</summary>
public sealed record Beside(IReadOnlyList<DeskPaper> Papers, IReadOnlyList<DeskVisit> Visits)
{
    public static readonly Beside Nothing = new([], []);
}

/// <summary>Gathers what stands beside a case, for who was let into it; the look was recorded before.</summary>
public sealed class BesideCase(DeskPapers papers, DeskVisits visits)
{
    public async Task<Beside> Of(CaseFile file) => new(await papers.Of(file), await visits.Of(file));
}
