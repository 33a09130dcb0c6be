using System.Globalization;
using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Languages;

namespace EkDwar.Processing;

/// <summary>How a case stands to its legal last date, in words and tone. Days here are days of the calendar from today to that date.</summary>
public sealed record DueTag(Tone Tone, string Text)
{
    const int Soon = 3;

    public static DueTag Of(DateOnly? dueOn, bool isPaused, DateOnly today, LanguageCode language)
    {
        if (isPaused) return new(Tone.Wait, Texts.Get(language, "processing.due.paused"));
        if (dueOn is not { } due) return new(Tone.Plain, Texts.Get(language, "processing.due.not_started"));
        return (due.DayNumber - today.DayNumber) switch
        {
            < 0 and var days => new(Tone.Late, Count("processing.due.overdue", "processing.due.overdue_one", -days, language)),
            0 => new(Tone.Due, Texts.Get(language, "processing.due.today")),
            <= Soon and var days => new(Tone.Due, Count("processing.due.in", "processing.due.in_one", days, language)),
            var days => new(Tone.Ok, Texts.Get(language, "processing.due.left", Days(days))),
        };
    }

    /// <summary>The same for a case that may be decided already.</summary>
    public static DueTag Of(Case c, DateOnly today, LanguageCode language) => c.Status switch
    {
        CaseStatus.Granted => new(Tone.Ok, Texts.Get(language, "processing.due.granted")),
        CaseStatus.Refused => new(Tone.Off, Texts.Get(language, "processing.due.refused")),
        CaseStatus.Withdrawn => new(Tone.Off, Texts.Get(language, "processing.status.Withdrawn")),
        CaseStatus.Lapsed => new(Tone.Off, Texts.Get(language, "processing.status.Lapsed")),
        CaseStatus.Duplicate => new(Tone.Off, Texts.Get(language, "processing.status.Duplicate")),
        _ => Of(c.DueOn, c.IsPaused, today, language),
    };

    static string Count(string many, string one, int days, LanguageCode language) =>
        days == 1 ? Texts.Get(language, one) : Texts.Get(language, many, Days(days));

    static (string, string) Days(int days) => ("days", days.ToString(CultureInfo.InvariantCulture));
}
