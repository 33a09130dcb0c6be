using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Visits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;

namespace EkDwar.Processing.Visits;

/// <summary>Use case: the visitor recommends or does not, says why, and the link has done its work. The case stays where it is, with its clock; the desk that asked is told.</summary>
public sealed class SendVisitReport(EkDwarDb db, VisitLinks links, TimeProvider time)
{
    public async Task<Outcome<OpenVisit>> Run(string token, Guid? confirmed, bool? recommends, string? words)
    {
        var opened = await links.Confirmed(token, confirmed);
        if (!opened.IsDone) return opened;
        var problems = new List<Refusal>();
        if (recommends is null) problems.Add(new("processing.recommend_needed", "recommends"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) problems.Add(unfit);
        if (problems.Count > 0) return problems;
        var (visit, now) = (opened.Value, time.UtcNow());
        var (file, photos) = (visit.File, visit.Report.Files.Select(photo => photo.File).ToList());
        visit.Keep(visit.Report with { Recommends = recommends, Words = OfficersWords.Or(words) });
        visit.End(VisitStatus.Reported, now);
        await LooseFiles.Settle(db, photos);
        file.Record(CaseEvent.FieldVisitReported, now, Actor.Visitor,
            new() { Visit = visit.Visit.Seq, Visitor = visit.Request.Name, Recommends = recommends, Words = OfficersWords.Or(words), Photos = photos.Count == 0 ? null : photos }, new());
        await DeskNotice.Tell(db, visit.Visit.CaseId, visit.Visit.PostId, CaseEvent.FieldVisitReported, now);
        var saved = await db.SaveAct(file.Case);
        // Sent twice at once, or the desk acted at this moment: the page shows how it stands now.
        return saved.IsDone ? visit : new Refusal("processing.visit.changed", "words");
    }
}
