using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying.Parties;

/// <summary>Use case: the applicant takes back an application that waits for somebody's consent. Nobody decides it any more, and a fee she paid is sent back.</summary>
public sealed class WithdrawApplication(EkDwarDb db, CaseFiles cases, CaseParties parties, TimeProvider time)
{
    /// <summary>The case, while it may be taken back; null for anybody else, and once all have consented.</summary>
    public async Task<CaseFile?> Open(CitizenSession session, long caseId) =>
        await cases.Open(caseId) is { } file && file.IsOwn(session)
        && file.Case.Status is CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent && await parties.IsMissing(file) ? file : null;

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId)
    {
        if (await Open(session, caseId) is not { } file) return new Refusal("cases.not_found");
        var now = time.UtcNow();
        if (file.Desk is not null) file.TakeOff(now);
        file.Record(CaseEvent.ApplicationWithdrawn, now, Actor.Applicant, new(),
            new(CaseStatus.Withdrawn, IsPaused: false, Clock: file.Case.DueOn is null ? [] : [ClockFact.Stopped(StateTime.Day(now)).ToText()]));
        await db.GiveBackFee(file, now);
        return await db.SaveAct(file.Case);
    }
}
