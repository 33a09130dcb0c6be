using System.Collections.Frozen;
using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>A weekday on which offices are closed: every one of them, or only the first to fifth of each month.</summary>
public readonly record struct WeeklyOff(DayOfWeek Day, int? Week = null);

/// <summary>The weekly offs from a day on, until the next week takes over.</summary>
public sealed record OfficeWeek(DateOnly From, IReadOnlyList<WeeklyOff> Offs, string Source);

/// <summary>One notified holiday.</summary>
public sealed record Holiday(DateOnly On, LocalText Name);

/// <summary>A year's notified holidays. While the list is not complete, dates that rest on it may still move.</summary>
public sealed record HolidayYear(int Year, bool IsComplete, string Source, IReadOnlyList<Holiday> Holidays);

/// <summary>Why offices are closed on a day. A holiday on a weekly off is told as the weekly off.</summary>
public readonly record struct ClosedDay(DayOfWeek Day, Holiday? Holiday)
{
    public bool IsWeeklyOff => Holiday is null;
}

/// <summary>
/// The days on which one state's offices are closed, as data: weekly offs with the day they took effect, and holidays by year.
/// Not a diary of one office, and not a bank's list. Before the first office week, that first week applies.
/// </summary>
public sealed class WorkingCalendar
{
    readonly (int From, byte[] Weeks)[] weeks;
    readonly FrozenDictionary<int, Holiday> holidays;
    readonly FrozenSet<int> completeYears;

    public WorkingCalendar(string state, IReadOnlyList<OfficeWeek> officeWeeks, IReadOnlyList<HolidayYear> years)
    {
        if (officeWeeks.Count == 0) throw new ArgumentException("A calendar needs at least one office week", nameof(officeWeeks));
        (State, OfficeWeeks, Years) = (state, officeWeeks, years);
        weeks = [.. officeWeeks.OrderByDescending(w => w.From).Select(w => (w.From.DayNumber, MaskOf(w)))];
        holidays = years.SelectMany(y => y.Holidays).ToFrozenDictionary(h => h.On.DayNumber);
        completeYears = years.Where(y => y.IsComplete).Select(y => y.Year).ToFrozenSet();
    }

    public string State { get; }
    public IReadOnlyList<OfficeWeek> OfficeWeeks { get; }
    public IReadOnlyList<HolidayYear> Years { get; }

    public bool IsOpen(DateOnly day) => !IsWeeklyOff(day) && !holidays.ContainsKey(day.DayNumber);

    public ClosedDay? WhyClosed(DateOnly day) =>
        IsWeeklyOff(day) ? new ClosedDay(day.DayOfWeek, null)
        : holidays.TryGetValue(day.DayNumber, out var holiday) ? new ClosedDay(day.DayOfWeek, holiday)
        : null;

    /// <summary>Whether the year's holidays are all known; false also for a year the calendar does not have.</summary>
    public bool IsComplete(int year) => completeYears.Contains(year);

    bool IsWeeklyOff(DateOnly day)
    {
        var week = weeks[^1].Weeks;
        foreach (var (from, candidate) in weeks)
            if (day.DayNumber >= from)
            {
                week = candidate;
                break;
            }
        return ((week[(int)day.DayOfWeek] >> ((day.Day - 1) / 7)) & 1) != 0;
    }

    static byte[] MaskOf(OfficeWeek week)
    {
        var mask = new byte[7];
        foreach (var (day, nth) in week.Offs)
        {
            if (nth is < 1 or > 5) throw new ArgumentException($"{day} has no {nth}th in a month");
            mask[(int)day] |= nth is { } n ? (byte)(1 << (n - 1)) : (byte)0b1_1111;
        }
        // A week without one sure open day could leave a due date without an end.
        if (mask.All(m => m != 0)) throw new ArgumentException($"The office week from {week.From:O} leaves no weekday always open");
        return mask;
    }
}
