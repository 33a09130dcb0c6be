using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Deadlines;

/// <summary>
/// What a state's dates are counted with: its act and its calendar, as two texts that belong together and what they say.
/// Known by the hash of its texts, so that a case can name the law it was counted with, and be counted with it again.
/// </summary>
public sealed class Law
{
    Law(string actText, string calendarText, ActRules act, WorkingCalendar calendar)
    {
        (ActText, CalendarText, Act, Calendar) = (actText, calendarText, act, calendar);
        Sha256 = HashOf(actText, calendarText);
    }

    /// <summary>64 hexadecimal digits: SHA-256 over the SHA-256 of the act's text and that of the calendar's.</summary>
    public string Sha256 { get; }
    public string ActText { get; }
    public string CalendarText { get; }
    public ActRules Act { get; }
    public WorkingCalendar Calendar { get; }

    /// <summary>The law of the two texts, or a <see cref="FaultyFilesException"/> naming file and line.</summary>
    /// <param name="folder">where the texts come from, for that message</param>
    public static Law Read(string folder, string actText, string calendarText) =>
        new(actText, calendarText, ActFile.Load(actText, Path.Combine(folder, "act.yaml")), CalendarFile.Load(calendarText, Path.Combine(folder, "calendar.yaml")));

    public static string HashOf(string actText, string calendarText) =>
        Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(Encoding.UTF8.GetBytes(actText)), .. SHA256.HashData(Encoding.UTF8.GetBytes(calendarText))]));
}
