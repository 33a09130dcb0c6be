using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Corrections;

/// <summary>
/// Use case: the applicant takes back a correction that waits for the desk. Her answers stay as they were, and no date moves. Once the
/// desk has answered there is nothing to take back.
/// </summary>
public sealed class TakeBackCorrection(EkDwarDb db, PrepareCorrection prepare, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CitizenSession session, CaseReference reference)
    {
        if (await prepare.Of(session, reference) is not { } open) return new Refusal("cases.not_found");
        if (!open.IsAsked) return new Refusal("applying.correct.answered");
        var now = time.UtcNow();
        open.File.Record(CaseEvent.CorrectionTakenBack, now, session.Actor(), new(), new());
        await open.End(db, open.File.Answers, now);
        await TellDesks(open.File, now);
        return await db.SaveAct(open.File.Case);
    }

    /// <summary>A desk that has not yet seen that it was asked hears of neither; any other is told.</summary>
    async Task TellDesks(CaseFile file, DateTime now)
    {
        var asked = nameof(CaseEvent.CorrectionAsked);
        var unseen = await db.Set<DeskNotice>().Where(notice => notice.CaseId == file.Case.CaseId && notice.Kind == asked && notice.SeenAt == null).ToListAsync();
        db.RemoveRange(unseen);
        foreach (var desk in file.Desks.Where(desk => !unseen.Exists(notice => notice.PostId == desk.PostId))) await DeskNotice.Tell(db, desk.CaseId, desk.PostId, CaseEvent.CorrectionTakenBack, now);
    }
}
