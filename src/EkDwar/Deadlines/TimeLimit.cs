using System.Globalization;
using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>How the days of a limit are counted: every day, or only days on which the state's offices are open.</summary>
public enum DayKind { Calendar, Working }

/// <summary>The days a notification or an act allows, 1 to 3,650. Not a date, and not an office's own stage budget.</summary>
public readonly record struct TimeLimit
{
    public TimeLimit(int days, DayKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 3650);
        (Days, Kind) = (days, kind);
    }

    public int Days { get; }
    public DayKind Kind { get; }

    /// <summary>The limit in words, such as "15 days, every day counted".</summary>
    public string Text(LanguageCode language) => Texts.Get(language, Kind == DayKind.Working ? "deadlines.working_days" : "deadlines.calendar_days",
        ("days", Days.ToString(CultureInfo.InvariantCulture)));
}
