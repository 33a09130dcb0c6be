using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Deciding;

/// <summary>
/// Use case: the designated officer decides against. Asked: a coded ground, which brings its rule, and words the citizen
/// can act on. The letter the citizen gets is the one previewed.
/// </summary>
public sealed class RefuseApplication(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    /// <summary>What would refuse this refusal; empty when its letter may be previewed and sent.</summary>
    public static List<Refusal> Problems(ServiceDefinition service, string? ground, string? words)
    {
        var problems = new List<Refusal>();
        if (service.Grounds.All(known => known.Code != ground)) problems.Add(new("deciding.ground_needed", "ground"));
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) problems.Add(unfit);
        return problems;
    }

    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? ground, string? words, Checked? ticks = null)
    {
        var act = new DeskAct(session, caseId, seenVersion, "refuse", CaseEvent.ApplicationRefused, new LedgerBody { Ground = ground, Words = OfficersWords.Or(words) }.With(ticks));
        return cases.Act(act, file => Refuse(file, act, ground, words));
    }

    async Task<Outcome<CaseReference>> Refuse(CaseFile file, DeskAct act, string? ground, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("deciding.waits_for_citizen");
        var problems = Problems(file.Service, ground, words);
        if (problems.Count > 0) return problems;
        var now = time.UtcNow();
        file.TakeOff(now);
        file.Record(act.Kind, now, act.Actor, act.Body,
            new(CaseStatus.Refused, IsPaused: false, Clock: file.StopOn(StateTime.Day(now))));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.ApplicationRefused}", now));
        return await db.SaveAct(file.Case);
    }
}
