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

    /// <summary>All of them, with those that were added.</summary>
    public int Days { get; private init; }

    /// <summary>The last of the days, where the law adds them for applications that came by a channel; 0 where it adds none.</summary>
    public int Added { get; private init; }

    /// <summary>The channel they were added for; empty where none were.</summary>
    public string AddedFor { get; private init; } = "";

    /// <summary>The limit with days more for a channel. What is at once stays so: it has no days to add to.</summary>
    public TimeLimit With(int days, string channel) => days == 0 || IsAtOnce ? this : this with { Days = Days + days, Added = days, AddedFor = channel };
    public DayKind Kind { get; }

    public bool IsAtOnce => Days == 0;

    /// <summary>The text that says it, in which {days} stands for the days.</summary>
    public string TextKey => IsAtOnce ? "deadlines.at_once" : Kind == DayKind.Working ? "deadlines.working_days" : "deadlines.calendar_days";

    /// <summary>The limit in words, such as "15 days, every day counted".</summary>
    public string Text(LanguageCode language)
    {
        var text = Texts.Get(language, TextKey, ("days", Number(Days)));
        return Added == 0 ? text : $"{text} {Texts.Get(language, "deadlines.added", ("days", Number(Added)), ("channel", Texts.Get(language, "deadlines.channel." + AddedFor)))}";
    }

    static string Number(int days) => days.ToString(CultureInfo.InvariantCulture);
}
