using EkDwar.Cases;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>
/// Use case: one question back to the citizen that lists every defect at once: which answer or paper, and why. The clock pauses where the act allows it.
/// A second query on a case is refused here: it goes by leave of a senior.
/// </summary>
public sealed class RaiseQuery(EkDwarDb db, CaseFiles cases, CaseClock clock, Timeline timeline, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, IReadOnlyList<Defect> defects, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "query", CaseEvent.QueryRaised, new() { Defects = defects, Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Ask(file, act, defects, words));
    }

    async Task<Outcome<CaseReference>> Ask(CaseFile file, DeskAct act, IReadOnlyList<Defect> defects, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        if (QueryRules.Unfit(file, defects, words) is { Count: > 0 } unfit) return unfit.ToList();
        if ((await timeline.Of(file)).Any(entry => entry.Kind.IsQuery())) return new Refusal("processing.one_query_only");
        var now = time.UtcNow();
        var pauses = file.Case.DueOn is not null && (await clock.Act(file)).AllowsPause("query");
        string[] paused = pauses ? [ClockFact.Paused(StateTime.Day(now), "query").ToText()] : [];
        file.Record(act.Kind, now, act.Actor, act.Body, new(CaseStatus.AwaitingCitizen, IsPaused: pauses, Clock: paused));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.QueryRaised}", now));
        return await db.SaveAct(file.Case);
    }
}
