using EkDwar.Cases.Papers;
using EkDwar.Cases.Visits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;

namespace EkDwar.Processing.Visits;

/// <summary>
/// Use case: the visitor gives photos one at a time, so that a poor line carries each, or takes one out again. They are
/// treated as papers are; what a camera wrote into them, such as the place, is taken out. Not part of the case until the report is sent.
/// </summary>
public sealed class AddVisitPhoto(EkDwarDb db, VisitLinks links, PaperIntake intake, TimeProvider time)
{
    public async Task<Outcome<OpenVisit>> Run(string token, Guid? confirmed, Stream? content, long length)
    {
        var opened = await links.Confirmed(token, confirmed);
        if (!opened.IsDone) return opened;
        if (opened.Value.Report.Files.Count >= VisitReport.MostPhotos) return new Refusal("processing.visit.photos_full", "file", ("most", $"{VisitReport.MostPhotos}"));
        if (content is null || length == 0) return new Refusal("files.empty", "file");
        if (length > FileStore.MaxLength) return new Refusal("files.too_big", "file");
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes);
        var kept = await intake.Keep(bytes, isPhoto: true);
        if (!kept.IsDone) return kept.Refusals.ToList();
        var visit = opened.Value;
        visit.Keep(visit.Report.With([.. visit.Report.Files, kept.Value]));
        await LooseFiles.HoldFor(db, visit.Visit.CaseId, kept.Value.File);
        return await Save(visit);
    }

    /// <param name="number">Counts from 1; of one that is not there nothing is taken out.</param>
    public async Task<Outcome<OpenVisit>> Remove(string token, Guid? confirmed, int number)
    {
        var opened = await links.Confirmed(token, confirmed);
        if (!opened.IsDone || number < 1 || number > opened.Value.Report.Files.Count) return opened;
        var visit = opened.Value;
        var gone = visit.Report.Files[number - 1];
        visit.Keep(visit.Report.With([.. visit.Report.Files.Where(photo => photo != gone)]));
        await LooseFiles.LetGo(db, [gone.File], time.UtcNow());
        return await Save(visit);
    }

    async Task<Outcome<OpenVisit>> Save(OpenVisit visit)
    {
        if (await db.TrySave()) return visit;
        // Two photos at once, or it ended meanwhile: the page shows how it stands now.
        db.ChangeTracker.Clear();
        return new Refusal("processing.visit.changed", "file");
    }
}
