using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing;

/// <summary>Use case: the field verifier says what was found on the spot and whether it is recommended; the case goes to who decides.</summary>
public sealed class ReportFromField(EkDwarDb db, CaseFiles cases, PostDirectory directory, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, bool? recommends, string? words)
    {
        var opened = await cases.OpenFor(session, caseId, "report", seenVersion);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var file = opened.Value;
        if (recommends is null) return new Refusal("processing.recommend_needed", "recommends");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var next = file.Service.StageAfter(file.Stage!.Id)!;
        if (await directory.At(file.Case.OfficeId, next.Post) is not { } post) return new Refusal("processing.no_next_post");
        var now = time.UtcNow();
        file.PlaceAt(next, post, now);
        file.Record(CaseEvent.FieldReportGiven, now, Actor.Post(session.PostId, session.OfficialId),
            new() { Recommends = recommends, Words = OfficersWords.Or(words) }, new());
        return await db.SaveAct(file.Case);
    }
}
