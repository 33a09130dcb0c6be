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
    const string CalendarName = "calendar.yaml";

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

    /// <summary>The law of the two texts, or a <see cref="FaultyFilesException"/> with all that is wrong with both.</summary>
    /// <param name="folder">where the texts come from, for that message</param>
    public static Law Read(string folder, string actText, string calendarText)
    {
        ActRules act;
        try
        {
            act = ActFile.Load(actText, Path.Combine(folder, "act.yaml"));
        }
        catch (FaultyFilesException broken)
        {
            throw new FaultyFilesException([.. broken.Faults, .. FaultsOf(folder, calendarText)]);
        }
        return new(actText, calendarText, act, CalendarFile.Load(calendarText, Path.Combine(folder, CalendarName)));
    }

    static IReadOnlyList<FileFault> FaultsOf(string folder, string calendarText)
    {
        try
        {
            CalendarFile.Load(calendarText, Path.Combine(folder, CalendarName));
            return [];
        }
        catch (FaultyFilesException broken)
        {
            return broken.Faults;
        }
    }

    public static string HashOf(string actText, string calendarText) =>
        Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(Encoding.UTF8.GetBytes(actText)), .. SHA256.HashData(Encoding.UTF8.GetBytes(calendarText))]));
}
