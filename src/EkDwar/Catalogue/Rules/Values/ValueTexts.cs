using System.Globalization;
using System.Text.RegularExpressions;

namespace EkDwar.Catalogue.Rules.Values;

/// <summary>
/// Dates, times and durations as FEEL writes them (ISO 8601), read and written. Years 1 to 9999 and local time only: no
/// offset, no zone. Null where a text is none.
/// </summary>
static partial class ValueTexts
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    static readonly string[] TimeForms = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    public static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var date) ? date : null;

    public static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, TimeForms, Plain, DateTimeStyles.None, out var time) ? time : null;

    public static DateTime? DateAndTime(string text) =>
        DateTime.TryParseExact(text, InstantForms, Plain, DateTimeStyles.None, out var instant) ? instant : Date(text)?.ToDateTime(TimeOnly.MinValue);

    /// <summary>A <see cref="Months"/> or a <c>TimeSpan</c>.</summary>
    public static object? Duration(string text)
    {
        try
        {
            if (YearsAndMonths().Match(text) is { Success: true } months) return new Months(checked((int)(Sign(months) * (Part(months, "Y") * 12 + Part(months, "M")))));
            if (DaysAndTime().Match(text) is not { Success: true } span) return null;
            var seconds = Part(span, "D") * 86_400 + Part(span, "H") * 3_600 + Part(span, "M") * 60 + Part(span, "S");
            return new TimeSpan(checked((long)(Sign(span) * seconds * TimeSpan.TicksPerSecond)));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>What <c>@"…"</c> holds: a date, a time, both, or a duration.</summary>
    public static object? Any(string text)
    {
        if (text.Contains('P')) return Duration(text);
        return text.Contains('T') ? DateAndTime(text) : (object?)Date(text) ?? Time(text);
    }

    public static string Of(decimal number) => number.ToString("0.############################", Plain);

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", Plain);

    public static string Of(TimeOnly time) => time.ToString("HH:mm:ss.FFFFFFF", Plain);

    public static string Of(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", Plain);

    public static string Of(Months months)
    {
        var count = Math.Abs((long)months.Count);
        var text = (count / 12 is > 0 and var years ? $"{years}Y" : "") + (count % 12 is > 0 and var rest ? $"{rest}M" : "");
        return text == "" ? "P0M" : (months.Count < 0 ? "-P" : "P") + text;
    }

    public static string Of(TimeSpan span)
    {
        var ticks = Math.Abs((decimal)span.Ticks);
        var (days, rest) = (decimal.Truncate(ticks / TimeSpan.TicksPerDay), ticks % TimeSpan.TicksPerDay);
        var (hours, minutes) = (decimal.Truncate(rest / TimeSpan.TicksPerHour), decimal.Truncate(rest % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute));
        var seconds = rest % TimeSpan.TicksPerMinute / TimeSpan.TicksPerSecond;
        var time = Unit(hours, "H") + Unit(minutes, "M") + Unit(seconds, "S");
        return ticks == 0 ? "PT0S" : (span < TimeSpan.Zero ? "-P" : "P") + Unit(days, "D") + (time == "" ? "" : "T" + time);
    }

    static string Unit(decimal count, string unit) => count == 0 ? "" : Of(count) + unit;

    static decimal Sign(Match match) => match.Groups["sign"].Length > 0 ? -1 : 1;

    static decimal Part(Match match, string unit) => match.Groups[unit] is { Success: true } part ? decimal.Parse(part.Value, NumberStyles.AllowDecimalPoint, Plain) : 0;

    [GeneratedRegex(@"^(?<sign>-?)P(?=[0-9])((?<Y>[0-9]{1,12})Y)?((?<M>[0-9]{1,12})M)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex YearsAndMonths();

    [GeneratedRegex(@"^(?<sign>-?)P(?=[0-9T])((?<D>[0-9]{1,12})D)?(T(?=[0-9])((?<H>[0-9]{1,12})H)?((?<M>[0-9]{1,12})M)?((?<S>[0-9]{1,12}(\.[0-9]{1,7})?)S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DaysAndTime();
}
