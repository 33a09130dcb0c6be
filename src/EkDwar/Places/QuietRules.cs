using EkDwar.Foundation.Time;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// Between which hours of the night nobody is woken by a text message she does not wait for. Codes and what she asked for at that
/// moment leave all the same. A state that says nothing of it has no such hours.
/// </summary>
public sealed class QuietRules
{
    public int FromHour { get; init; } = -1;
    public int UntilHour { get; init; } = -1;

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    /// <summary>The end of the quiet hours an instant lies in, in UTC; null where it lies in none.</summary>
    public DateTime? EndAfter(DateTime utc)
    {
        var local = StateTime.Local(utc);
        var isQuiet = FromHour < UntilHour ? local.Hour >= FromHour && local.Hour < UntilHour : local.Hour >= FromHour || local.Hour < UntilHour;
        if (!isQuiet) return null;
        var day = DateOnly.FromDateTime(local);
        return StateTime.StartOf(local.Hour < UntilHour ? day : day.AddDays(1)).AddHours(UntilHour);
    }

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(FromHour is >= 0 and < 24, this, "from_hour", "quiet hours begin at an hour from 0 to 23", "write the hour");
        sheet.Needs(UntilHour is >= 0 and < 24 && UntilHour != FromHour, this, "until_hour", "quiet hours end at another hour from 0 to 23", "write the hour");
        sheet.Needs(Source.Length > 0, this, "source", "quiet hours need their source", "write the rule, or 'example'");
    }
}
