namespace EkDwar.Tests.Deadlines;

/// <summary>A second way to count, day by day from the words of the rule, which uses nothing of the product.</summary>
sealed record Oracle(
    DateOnly Start, int Days, bool IsWorking, bool FirstDayCounts, bool MovesToOpenDay, bool HasOldSaturdays, HashSet<DateOnly> Holidays,
    List<(DateOnly From, DateOnly? Until)> Pauses, DateOnly? Stopped, HashSet<DateOnly> Spared)
{
    public static readonly DateOnly FiveDayWeekFrom = new(2027, 2, 10);

    public bool IsClosed(DateOnly day)
    {
        if (Holidays.Contains(day) || day.DayOfWeek == DayOfWeek.Sunday) return true;
        if (day.DayOfWeek != DayOfWeek.Saturday) return false;
        if (!HasOldSaturdays || day >= FiveDayWeekFrom) return true;
        var nth = 0;
        for (var d = new DateOnly(day.Year, day.Month, 1); d <= day; d = d.AddDays(1))
            if (d.DayOfWeek == DayOfWeek.Saturday) nth++;
        return nth is 2 or 4;
    }

    /// <summary>Waiting at the end of the day. A pause still open does not count while the earliest date is sought.</summary>
    bool IsWaiting(DateOnly day, bool withOpenPause) =>
        Pauses.Any(p => p.From <= day && (p.Until is { } until ? day < until : withOpenPause));

    bool IsCounted(DateOnly day, bool withOpenPause) =>
        (day > Start || (FirstDayCounts && day == Start)) && !(IsWorking && IsClosed(day)) && !IsWaiting(day, withOpenPause) && !Spared.Contains(day);

    public DateOnly Due()
    {
        var day = Start;
        var left = Days;
        while (true)
        {
            if (IsCounted(day, false)) left--;
            if (left == 0) break;
            day = day.AddDays(1);
        }
        while (MovesToOpenDay && (IsClosed(day) || IsWaiting(day, false) || Spared.Contains(day))) day = day.AddDays(1);
        return day;
    }

    public int Used(DateOnly asOf)
    {
        var used = 0;
        var last = Stopped < asOf ? Stopped.Value : asOf;
        for (var day = Start; day <= last; day = day.AddDays(1))
            if (IsCounted(day, true)) used++;
        return Math.Min(used, Days);
    }

    public bool IsOverdue(DateOnly asOf)
    {
        var last = Stopped < asOf ? Stopped.Value : asOf;
        var open = Pauses.Where(p => p.Until is null).Select(p => (DateOnly?)p.From).SingleOrDefault();
        return last > Due() && (open is null || open > Due());
    }
}
