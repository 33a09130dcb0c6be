using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.SecondQueries;

/// <summary>
/// Use case: the post that wanted to ask a citizen again takes that back, while no senior has answered. The citizen was asked nothing, and no
/// day moves. It counts among the times leave was asked for the case.
/// </summary>
public sealed class TakeBackSecondQuery(EkDwarDb db, CaseFiles cases, Timeline timeline, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion)
    {
        var act = new DeskAct(session, caseId, seenVersion, "query", CaseEvent.SecondQueryTakenBack, new());
        return cases.Act(act, file => TakeBack(file, act));
    }

    async Task<Outcome<CaseReference>> TakeBack(CaseFile file, DeskAct act)
    {
        if (LeaveToAsk.Waiting(file, await timeline.Of(file))?.PostId != act.Session.PostId) return new Refusal("processing.second.not_waiting");
        var now = time.UtcNow();
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        await foreach (var leave in db.Set<AwaitedLeave>().Where(one => one.CaseId == act.CaseId && one.AnsweredAt == null).AsAsyncEnumerable()) leave.AnsweredAt = now;
        return await db.SaveAct(file.Case);
    }
}
