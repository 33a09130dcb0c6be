using System.Globalization;
using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>How the days of a limit are counted: every day, or only days on which the state's offices are open.</summary>
public enum DayKind { Calendar, Working }

/// <summary>
/// The days a notification or an act allows, at most 3,650; none is at once, on the very day the clock starts. Not a date,
/// and not an office's own stage budget.
/// </summary>
public readonly record struct TimeLimit
{
    /// <summary>Where the offices are closed on that day, the act says whether the next open one will do, as of any last day.</summary>
    public static readonly TimeLimit AtOnce = new(0, DayKind.Calendar);

    public TimeLimit(int days, DayKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 3650);
        (Days, Kind) = (days, kind);
    }

    public int Days { get; }
    public DayKind Kind { get; }

    public bool IsAtOnce => Days == 0;

    /// <summary>The text that says it, in which {days} stands for the days.</summary>
    public string TextKey => IsAtOnce ? "deadlines.at_once" : Kind == DayKind.Working ? "deadlines.working_days" : "deadlines.calendar_days";

    /// <summary>The limit in words, such as "15 days, every day counted".</summary>
    public string Text(LanguageCode language) => Texts.Get(language, TextKey, ("days", Days.ToString(CultureInfo.InvariantCulture)));
}
