namespace EkDwar.Deadlines;

/// <summary>
/// Reads a statutory clock from its facts, and only from them: the same facts, limit, act and calendar give the same date.
/// Not a timer; nothing here knows what day it is.
/// </summary>
/// <remarks>
/// The one rule of a day: it counts when the clock was running at the end of it. So the day a query goes out does not count, the
/// day the answer comes in does, and a query answered the same day costs nothing. No rule cited to us speaks of parts of days;
/// this reading favours the citizen, who may answer late in the evening and has the whole day counted against the office.
/// The day of the start is left out where the act says so; the day of the stop counts. A fact dated before the one ahead of it
/// (a server's clock stepped back) takes effect with that one. A day that an order takes out of the limit (an election, a calamity) is
/// not counted, whenever the order came; nor is it the last day where the act moves that to the next on which an office can act.
/// </remarks>
public static class Clock
{
    /// <summary>Facts in the ledger's order. A history no ledger of ours can hold (a pause before the start) is a bug and throws.</summary>
    public static ClockReading Read(TimeLimit limit, ActRules act, WorkingCalendar calendar, IReadOnlyList<ClockFact> facts)
    {
        var spared = SparedDays.Of(facts);
        // A period says what its days count, and not when that was written down.
        if (!spared.IsNone) facts = [.. facts.Where(fact => !fact.IsOfPeriod)];
        DateOnly? pausedOn = null, stoppedOn = null;
        var moves = facts.Count;
        var latest = DateOnly.MinValue;
        for (var n = 0; n < facts.Count; n++)
        {
            var fact = facts[n];
            if (fact.On > latest) latest = fact.On;
            if ((fact.Move == ClockMove.Started) != (n == 0)
                || stoppedOn is not null
                || (fact.Move == ClockMove.Paused && pausedOn is not null)
                || (fact.Move == ClockMove.Resumed && pausedOn is null))
                throw new InvalidOperationException($"Clock fact {n + 1}, '{fact}', cannot follow what came before it");
            if (fact.Move == ClockMove.Stopped) (stoppedOn, moves) = (latest, n);
            else pausedOn = fact.Move == ClockMove.Paused ? latest : null;
        }
        IReadOnlyList<ClockFact> moving = stoppedOn is null ? facts : [.. facts.Take(moves)];
        DateOnly? dueOn = null;
        if (facts.Count > 0)
        {
            // While the clock is paused the date is the earliest it can still be: as if resumed on the day of the pause.
            var walk = new ClockWalk(limit, act, calendar, spared, pausedOn is null ? moving : [.. moving.Take(moves - 1)]);
            while ((dueOn = walk.DueOn) is null) walk.Step();
        }
        return new(limit, act, calendar, spared, moving) { DueOn = dueOn, PausedOn = pausedOn, StoppedOn = stoppedOn };
    }
}
