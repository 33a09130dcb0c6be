using System.Globalization;
using System.Text.RegularExpressions;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// Reads a time of day a person typed: 17:30, 5.30 pm, सायंकाळी ५:३०, ਸ਼ਾਮ 5 ਵਜੇ. A bare 5:30 could be either half of the day
/// and is refused; 05:30, as a browser's own box sends it, is morning. Not a duration, and never with seconds.
/// </summary>
public static partial class TypedTime
{
    static readonly (string Part, string Words)[] Parts =
    [
        ("small-hours", "foundation.small-hours-also"), ("morning", "foundation.morning-also"), ("afternoon", "foundation.afternoon-also"),
        ("evening", "foundation.evening-also"), ("night", "foundation.night-also"),
    ];

    static readonly Dictionary<string, string> Words = KnownWords();

    public static Outcome<TimeOnly> Read(string? typed)
    {
        var text = Digits.ToAscii(typed ?? "").Trim().ToLowerInvariant();
        if (text.Length == 0) return new Refusal("foundation.hour-missing", "time");
        var wrong = new Refusal("foundation.hour-wrong", "time");
        if (Clock().Match(text) is not { Success: true } read) return wrong;
        var hour = int.Parse(read.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = read.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        if (hour > 23 || minute > 59) return wrong;
        var words = $"{read.Groups["before"].Value} {read.Groups["after"].Value}".Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var parts = words.Select(word => Words.GetValueOrDefault(word.Replace(".", ""), "?")).Where(part => part.Length > 0).Distinct().ToList();
        if (parts is []) return hour is > 0 and < 10 && read.Groups["hour"].Length == 1 ? new Refusal("foundation.hour-half", "time") : new TimeOnly(hour, minute);
        if (parts is not [not "?" and var part]) return wrong;
        return new TimeOnly(hour > 12 ? hour : HourIn(part, hour % 12), minute);
    }

    /// <summary>Which of the 24 an hour of twelve is in a part of the day.</summary>
    static int HourIn(string part, int hour) => part switch
    {
        "afternoon" or "evening" => hour + 12,
        // Eleven at night ends the day, twelve and two at night begin one.
        "night" when hour >= 6 => hour + 12,
        _ => hour,
    };

    /// <summary>Each word with the part of the day it names; "" for those that say no more than o'clock.</summary>
    static Dictionary<string, string> KnownWords()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in LanguageCode.All)
        {
            foreach (var (part, key) in Parts)
                foreach (var word in Texts.Get(language, key).Split(',')) words[word.Trim()] = part;
            foreach (var word in Texts.Get(language, "foundation.oclock").Split(',')) words[word.Trim()] = "";
        }
        return words;
    }

    [GeneratedRegex(@"\A(?<before>[^0-9]*?)(?<hour>[0-9]{1,2})(\s*[:.]\s*(?<minute>[0-9]{2})(:00)?)?(?<after>[^0-9]*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
