namespace EkDwar.Deadlines;

/// <summary>
/// Walks a started clock day by day and says what each day was. The due date and the explanation both come from this walk, so
/// they cannot disagree. It never ends by itself.
/// </summary>
struct ClockWalk(TimeLimit limit, ActRules act, WorkingCalendar calendar, SparedDays spared, IReadOnlyList<ClockFact> facts)
{
    int next;
    bool isRunning;
    int used;
    string? why;
    DateOnly day = facts[0].On.AddDays(-1);

    public DateOnly? DueOn { get; private set; }

    public ClockDay Step()
    {
        day = day.AddDays(1);
        for (; next < facts.Count && facts[next].On <= day; next++)
        {
            isRunning = facts[next].Move != ClockMove.Paused;
            why = facts[next].Why;
        }
        if (DueOn < day) return new(day, DayReason.Late);
        // "Immediately" is no period that runs from an event: the day of the start is the last one.
        if (limit.IsAtOnce) return isRunning && spared.Why(day) is null && act.Counting.ClosedLastDay == ClosedLastDay.Stands ? Due(DayReason.DueAtOnce) : Move();
        // General Clauses Acts: where a period runs "from" an event, the day of the event is left out.
        if (day == facts[0].On && !act.Counting.FirstDayCounts) return new(day, DayReason.FirstDay);
        return used == limit.Days ? Move() : Count();
    }

    ClockDay Count()
    {
        if (limit.Kind == DayKind.Working && calendar.WhyClosed(day) is { } closed) return Closed(closed);
        if (!isRunning) return new(day, DayReason.Paused, Why: why);
        if (spared.Why(day) is { } order) return new(day, DayReason.Extended, Why: order);
        used++;
        if (used == limit.Days && (act.Counting.ClosedLastDay == ClosedLastDay.Stands || calendar.IsOpen(day))) DueOn = day;
        return new(day, DayReason.Counted, used, Why: used > limit.Days - limit.Added ? limit.AddedFor : null);
    }

    // The limit ran out on a closed day: the next day that is open, and on which nobody waits for the citizen, is the last.
    ClockDay Move()
    {
        if (calendar.WhyClosed(day) is { } closed) return Closed(closed);
        if (!isRunning) return new(day, DayReason.Paused, Why: why);
        if (spared.Why(day) is { } order) return new(day, DayReason.Extended, Why: order);
        return Due(limit.IsAtOnce ? DayReason.DueAtOnce : DayReason.MovedToOpenDay);
    }

    ClockDay Due(DayReason reason)
    {
        DueOn = day;
        return new(day, reason);
    }

    readonly ClockDay Closed(ClosedDay closed) =>
        new(day, closed.IsWeeklyOff ? DayReason.WeeklyOff : DayReason.Holiday, Holiday: closed.Holiday);
}
