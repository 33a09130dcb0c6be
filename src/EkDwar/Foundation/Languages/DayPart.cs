using EkDwar.Foundation.Time;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// A time of day as people say it: दुपारी 4:05, never PM in an Indian language; in English 4:05 pm. A clock time of the
/// state's own zone.
/// </summary>
public static class DayPart
{
    public static string Of(TimeOnly time, LanguageCode language)
    {
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        return Texts.Get(language, "foundation.time", ("time", $"{hour}:{time.Minute:00}"), ("part", Texts.Get(language, "foundation." + PartAt(time.Hour))));
    }

    /// <summary>Day and time together: 5 जानेवारी 2026, दुपारी 4:05.</summary>
    public static string At(DateOnly date, TimeOnly time, LanguageCode language) =>
        Texts.Get(language, "foundation.date-time", ("date", LongDate.Of(date, language)), ("time", Of(time, language)));

    /// <summary>The same of an instant, in the state's own zone.</summary>
    public static string At(DateTime utc, LanguageCode language)
    {
        var local = StateTime.Local(utc);
        return At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), language);
    }

    static string PartAt(int hour) => hour switch
    {
        < 4 => "small-hours",
        < 12 => "morning",
        < 17 => "afternoon",
        < 20 => "evening",
        _ => "night",
    };
}
