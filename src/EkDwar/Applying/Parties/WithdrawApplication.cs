using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying.Parties;

/// <summary>
/// Use case: the applicant takes back an application that nobody has decided, whatever it waits for. Nobody decides it any more, the
/// desks that had it are told, and a fee she paid is sent back. Who decides at the same moment, or she, comes first; the other is told.
/// </summary>
public sealed class WithdrawApplication(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    /// <summary>The case, while it may be taken back; null for anybody else, and once it is decided or closed.</summary>
    public async Task<CaseFile?> Open(CitizenSession session, long caseId) =>
        await cases.Open(caseId) is { } file && file.MayWithdraw(session) ? file : null;

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId)
    {
        if (await Open(session, caseId) is not { } file) return new Refusal("cases.not_found");
        var now = time.UtcNow();
        foreach (var desk in file.Desks) await DeskNotice.Tell(db, desk.CaseId, desk.PostId, CaseEvent.ApplicationWithdrawn, now);
        if (file.Desk is not null) file.TakeOff(now);
        if (await OpenCorrection.Of(db, file) is { Row: not null } open) await open.End(db, file.Answers, now);
        file.Record(CaseEvent.ApplicationWithdrawn, now, Actor.Applicant, new(), new(CaseStatus.Withdrawn, IsPaused: false, Clock: file.StopOn(StateTime.Day(now))));
        await db.GiveBackFee(file, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.ApplicationWithdrawn}", now));
        return await db.SaveAct(file.Case);
    }
}
