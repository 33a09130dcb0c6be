namespace EkDwar.Deadlines;

/// <summary>
/// What a clock says: the due date, whether it waits, and day by day how it was counted. While it is paused, the due date is the
/// earliest it can still be and moves on with every countable day the pause lasts.
/// </summary>
public sealed class ClockReading
{
    readonly WorkingCalendar calendar;
    readonly SparedDays spared;
    readonly IReadOnlyList<ClockFact> facts;

    /// <param name="facts">up to the stop, and without it</param>
    internal ClockReading(TimeLimit limit, ActRules act, WorkingCalendar calendar, SparedDays spared, IReadOnlyList<ClockFact> facts) =>
        (Limit, Act, this.calendar, this.spared, this.facts) = (limit, act, calendar, spared, facts);

    public TimeLimit Limit { get; }
    public ActRules Act { get; }

    /// <summary>The legal last day; null before the start.</summary>
    public DateOnly? DueOn { get; internal init; }

    public DateOnly? StartedOn => facts.Count == 0 ? null : facts[0].On;
    public DateOnly? StoppedOn { get; internal init; }

    /// <summary>The day the present pause began, or the pause in which the clock was stopped.</summary>
    public DateOnly? PausedOn { get; internal init; }

    public bool IsPaused => PausedOn is not null && StoppedOn is null;

    /// <summary>Whether the date rests on a year whose holidays are not all published yet, so that it may still move.</summary>
    public bool IsProvisional
    {
        get
        {
            if (DueOn is not { } due) return false;
            for (var year = Limit.Kind == DayKind.Working ? facts[0].On.Year : due.Year; year <= due.Year; year++)
                if (!calendar.IsComplete(year)) return true;
            return false;
        }
    }

    /// <summary>Whether the last day had passed at the end of the day before; a clock stopped in time never is, nor one that waits.</summary>
    public bool IsOverdue(DateOnly asOf)
    {
        var until = StoppedOn < asOf ? StoppedOn : asOf;
        return until > DueOn && !(DueOn >= PausedOn);
    }

    /// <summary>
    /// The first day at whose end so many of a hundred parts of the limit are used; all of it is the due date itself. Null before
    /// the start, and where a limit at once has no parts.
    /// </summary>
    public DateOnly? ReachedOn(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        if (DueOn is not { } due || percent >= 100) return DueOn;
        var needed = (Limit.Days * percent + 99) / 100;
        foreach (var day in Days(due))
            if (day.IsCounted && day.Number == needed) return needed == Limit.Days ? due : day.On;
        return null;
    }

    /// <summary>Countable days gone by the end of a day, at most the limit.</summary>
    public int DaysUsed(DateOnly asOf)
    {
        var used = 0;
        if (StartedOn is not { } on) return used;
        var until = StoppedOn < asOf ? StoppedOn.Value : asOf;
        var walk = new ClockWalk(Limit, Act, calendar, spared, facts);
        for (; on <= until && used < Limit.Days; on = on.AddDays(1))
            if (walk.Step().IsCounted) used++;
        return used;
    }

    /// <summary>
    /// Every day from the start to <paramref name="until"/>, or to the stop if that came first, with what it was. Given the day
    /// the application was received, the days before the start are told too.
    /// </summary>
    public IReadOnlyList<ClockDay> Days(DateOnly until, DateOnly? receivedOn = null)
    {
        var days = new List<ClockDay>();
        var last = StoppedOn < until ? StoppedOn.Value : until;
        for (var on = receivedOn ?? DateOnly.MaxValue; on <= last && !(on >= StartedOn); on = on.AddDays(1))
            days.Add(new(on, DayReason.BeforeStart));
        if (StartedOn is not { } start) return days;
        var walk = new ClockWalk(Limit, Act, calendar, spared, facts);
        for (var on = start; on <= last; on = on.AddDays(1)) days.Add(walk.Step());
        return days;
    }
}
