using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Use case: a desk sends the case back to a stage it has come by, and says what is still to be done there. The legal clock runs on: the office is at work.</summary>
public sealed class ReturnCase(EkDwarDb db, CaseFiles cases, CasePath path, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? stage, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "return", CaseEvent.CaseReturned, new() { ReturnedTo = stage, Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Return(file, act, words));
    }

    async Task<Outcome<CaseReference>> Return(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        var earlier = file.Path.Before(file.Desk!.Stage).FirstOrDefault(stage => stage.Id == act.Body.ReturnedTo);
        if (earlier is null) return new Refusal("processing.return_where_needed", "stage");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var now = time.UtcNow();
        if (await path.PlaceBack(file, earlier, now) is { } noPost) return noPost;
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
