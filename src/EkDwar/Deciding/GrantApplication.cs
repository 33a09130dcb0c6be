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
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words)
    {
        var opened = await cases.OpenFor(session, caseId, "grant", seenVersion);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var file = opened.Value;
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("deciding.waits_for_citizen");
        if (OfficersWords.Unfit(words, "words", isNeeded: false) is { } unfit) return unfit;
        var now = time.UtcNow();
        file.PlaceAt(null, null, now);
        file.Record(CaseEvent.ApplicationGranted, now, Actor.Post(session.PostId, session.OfficialId), new() { Words = OfficersWords.Or(words) },
            new(CaseStatus.Granted, IsPaused: false, Clock: [ClockFact.Stopped(StateTime.Day(now)).ToText()]));
        db.Add(OutboxMessage.Of("certificate", file.Case.Reference.Compact, now));
        return await db.SaveAct(file.Case);
    }
}
