using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Visits;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing.Visits;

/// <summary>Use case: the officer takes back a link that waits, because it went to the wrong phone or the visit is not needed. He may send another.</summary>
public sealed class WithdrawFieldVisit(EkDwarDb db, CaseFiles cases, FieldVisits visits, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, int seq)
    {
        var act = new DeskAct(session, caseId, seenVersion, Stage.AskVisit, CaseEvent.FieldVisitWithdrawn, new() { Visit = seq });
        return cases.Act(act, file => Withdraw(file, act, seq));
    }

    async Task<Outcome<CaseReference>> Withdraw(CaseFile file, DeskAct act, int seq)
    {
        if (await visits.Of(file, seq) is not { Visit.Status: VisitStatus.Waiting } visit || visit.Visit.PostId != act.Session.PostId) return new Refusal("processing.visit.not_waiting");
        var (now, photos) = (time.UtcNow(), visit.Report.Files);
        visit.End(VisitStatus.Withdrawn, now);
        visit.Visit.Report = null;
        await LooseFiles.LetGo(db, [.. photos.Select(photo => photo.File)], now);
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
