using EkDwar.Cases;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Deciding;

/// <summary>Use case: the designated officer decides in favour. The clock stops; the certificate is made from the outbox. Two deciding at once: one wins.</summary>
public sealed class GrantApplication(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "grant", CaseEvent.ApplicationGranted, new() { Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Grant(file, act, words));
    }

    async Task<Outcome<CaseReference>> Grant(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("deciding.waits_for_citizen");
        if (OfficersWords.Unfit(words, "words", isNeeded: false) is { } unfit) return unfit;
        var now = time.UtcNow();
        file.PlaceAt(null, null, now);
        file.Record(act.Kind, now, act.Actor, act.Body,
            new(CaseStatus.Granted, IsPaused: false, Clock: [ClockFact.Stopped(StateTime.Day(now)).ToText()]));
        db.Add(OutboxMessage.Of("certificate", file.Case.Reference.Compact, now));
        return await db.SaveAct(file.Case);
    }
}
