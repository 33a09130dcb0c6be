using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Processing.Visits;
using EkDwar.Processing.Warnings;

namespace EkDwar.Processing;

/// <summary>What stands beside a case on the desk: its papers, the visits that were asked for it, what its applicant corrects, and what should be looked at twice.</summary>
public sealed record Beside(IReadOnlyList<DeskPaper> Papers, IReadOnlyList<DeskVisit> Visits, DeskWarnings Warnings)
{
    /// <summary>What its applicant corrects; null where nothing was read.</summary>
    public OpenCorrection? Correction { get; init; }

    /// <summary>The papers among what she wants to put there, while she waits for the desk's word.</summary>
    public IReadOnlyList<DeskPaper> NewPapers { get; init; } = [];

    public static readonly Beside Nothing = new([], [], new([], []));
}

/// <summary>Gathers what stands beside a case, for who was let into it; the look was recorded before.</summary>
public sealed class BesideCase(DeskPapers papers, DeskVisits visits, ReadWarnings warnings, EkDwarDb db)
{
    public async Task<Beside> Of(DeskSession session, CaseFile file)
    {
        var correction = await OpenCorrection.Of(db, file);
        return new(await papers.Of(file), await visits.Of(file), await warnings.Run(session, file)) { Correction = correction, NewPapers = correction.IsAsked ? await papers.Of(file, correction.Anew) : [] };
    }
}
