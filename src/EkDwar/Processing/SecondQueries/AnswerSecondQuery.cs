using EkDwar.Cases;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.SecondQueries;

/// <summary>
/// Use case: a senior reads what an officer below wants to ask a citizen a second time, and allows it or refuses with words;
/// never what she asked herself, and once. Allowed, the citizen gets it at once. The clock stands only where the act says so
/// of a second query: where it is silent every day goes on counting.
/// </summary>
public sealed class AnswerSecondQuery(EkDwarDb db, CaseFiles cases, LeaveToAsk leaves, CaseClock clock, TimeProvider time)
{
    /// <summary>The act's word for a pause of this kind.</summary>
    public const string Pause = "second_query";

    public async Task<Outcome<CaseReference>> Run(DeskSession session, CaseReference reference, long seenVersion, bool isAllowed, string? words)
    {
        if (await leaves.Of(session, reference) is not { } query) return DeskCases.NotYours;
        var (asked, kind) = (query.Asked.Body, isAllowed ? CaseEvent.SecondQueryAllowed : CaseEvent.SecondQueryRefused);
        var body = isAllowed ? new LedgerBody { Defects = asked.Defects, Words = asked.Words, Why = asked.Why } : new LedgerBody { Words = OfficersWords.Or(words) };
        var act = new DeskAct(session, reference.CaseId, seenVersion, "leave", kind, body);
        return await cases.Settled(act, await Answer(query, act, words));
    }

    async Task<Outcome<CaseReference>> Answer(SecondQuery query, DeskAct act, string? words)
    {
        var file = query.File;
        if (query.Leave.AnsweredAt is not null || file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (!query.IsThere) return new Refusal("processing.second.moved_on");
        var (isAllowed, now) = (act.Kind == CaseEvent.SecondQueryAllowed, time.UtcNow());
        if (!isAllowed && OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var pauses = isAllowed && file.Case.DueOn is not null && (await clock.Act(file)).AllowsPause(Pause);
        string[] paused = pauses ? [ClockFact.Paused(StateTime.Day(now), Pause).ToText()] : [];
        file.Record(act.Kind, now, act.Actor, act.Body, isAllowed ? new(CaseStatus.AwaitingCitizen, IsPaused: pauses, Clock: paused) : new());
        await foreach (var leave in db.Set<AwaitedLeave>().Where(one => one.CaseId == act.CaseId && one.AnsweredAt == null).AsAsyncEnumerable()) leave.AnsweredAt = now;
        await DeskNotice.Tell(db, act.CaseId, query.Leave.AskedFromId, act.Kind, now);
        // To her it is a question of the office, as the first one was.
        if (isAllowed) db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.QueryRaised}", now));
        return await db.SaveAct(file.Case);
    }
}
