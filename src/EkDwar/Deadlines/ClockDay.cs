using System.Globalization;
using EkDwar.Foundation.Languages;

namespace EkDwar.Deadlines;

/// <summary>What one day was to a clock.</summary>
public enum DayReason { BeforeStart, FirstDay, Counted, WeeklyOff, Holiday, Paused, Extended, MovedToOpenDay, DueAtOnce, Late }

/// <summary>
/// One line of how a limit was counted: the day, and either the number it was counted as or why it was not. <c>Number</c> is 0
/// for a day that was not counted.
/// </summary>
public readonly record struct ClockDay(DateOnly On, DayReason Reason, int Number = 0, Holiday? Holiday = null, string? Why = null)
{
    public bool IsCounted => Reason == DayReason.Counted;

    /// <summary>The reason as a reader sees it, such as "Sunday", a holiday's name, or "Waiting for your answer".</summary>
    public string Text(LanguageCode language) => Reason switch
    {
        DayReason.BeforeStart => Texts.Get(language, "deadlines.before_start"),
        DayReason.FirstDay => Texts.Get(language, "deadlines.first_day"),
        DayReason.Counted when Why is { } channel => Texts.Get(language, "deadlines.counted_added", ("number", Number.ToString(CultureInfo.InvariantCulture)), ("channel", Texts.Get(language, "deadlines.channel." + channel))),
        DayReason.Counted => Texts.Get(language, "deadlines.counted", ("number", Number.ToString(CultureInfo.InvariantCulture))),
        DayReason.WeeklyOff => Texts.Get(language, "deadlines.off." + On.DayOfWeek.ToString().ToLowerInvariant()),
        DayReason.Holiday => Texts.Get(language, "deadlines.holiday", ("name", Holiday!.Name.In(language))),
        DayReason.Paused => Texts.Get(language, Texts.Has("deadlines.paused." + Why) ? "deadlines.paused." + Why : "deadlines.paused"),
        DayReason.Extended => Texts.Get(language, "deadlines.extended." + Why),
        DayReason.DueAtOnce => Texts.Get(language, "deadlines.due_at_once"),
        DayReason.MovedToOpenDay => Texts.Get(language, "deadlines.moved"),
        _ => Texts.Get(language, "deadlines.late")
    };
}
