using System.Globalization;
using System.Text;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// Reads a date a person typed: day, month and year, in digits of any of our scripts, the month also as a word in any of
/// our languages. A refusal names the part that is wrong (day, month, year) as its field. Not for dates from machines.
/// </summary>
public static class TypedDate
{
    static readonly Dictionary<string, int> Months = KnownMonths();
    static readonly char[] Gaps = [' ', '\u00A0', '/', '-', '.', ',', '\t'];

    public static Outcome<DateOnly> Read(string? day, string? month, string? year, LanguageCode language)
    {
        if (IsBlank(day) && IsBlank(month) && IsBlank(year)) return new Refusal("foundation.date-missing", "day");
        var refusals = new List<Refusal>();
        var d = Part(day, "day", NumberIn(day, 1, 31), refusals);
        var m = Part(month, "month", MonthIn(month), refusals);
        var y = Part(year, "year", YearIn(year), refusals);
        if (refusals.Count > 0) return refusals;
        var days = DateTime.DaysInMonth(y, m);
        if (d <= days) return new DateOnly(y, m, d);
        return new Refusal("foundation.day-not-in-month", "day",
            ("month", LongDate.MonthOf(m, language)), ("year", Digits.Of(y)!), ("days", Digits.Of(days)!));
    }

    /// <summary>The same from one line, as in a chat: <c>५ १ २०२६</c>, <c>5/1/2026</c>, <c>5 जानेवारी 2026</c>.</summary>
    public static Outcome<DateOnly> Read(string line, LanguageCode language)
    {
        var parts = line.Split(Gaps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Read(parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1), parts.Length > 3 ? "" : parts.ElementAtOrDefault(2), language);
    }

    static int Part(string? typed, string name, int? read, List<Refusal> refusals)
    {
        if (read is null) refusals.Add(new Refusal($"foundation.{name}-{(IsBlank(typed) ? "missing" : "wrong")}", name));
        return read ?? 0;
    }

    static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    static int? NumberIn(string? typed, int least, int most) =>
        int.TryParse(Digits.ToAscii(typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    // Two digits would leave the century to a guess.
    static int? YearIn(string? typed) => Digits.ToAscii(typed ?? "").Trim().Length == 4 ? NumberIn(typed, 1800, 2999) : null;

    static int? MonthIn(string? typed)
    {
        if (NumberIn(typed, 1, 12) is { } number) return number;
        var word = Plain(typed ?? "");
        if (word.Length == 0) return null;
        return Months.TryGetValue(word, out var month) || Months.TryGetValue(SearchKey.Of(word), out month) ? month : null;
    }

    static string Plain(string word) => word.Trim().TrimEnd('.').Normalize(NormalizationForm.FormC).ToLowerInvariant();

    static Dictionary<string, int> KnownMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in LanguageCode.All)
            for (var month = 1; month <= 12; month++)
            {
                var name = LongDate.MonthOf(month, language);
                foreach (var spelling in Texts.Get(language, $"foundation.month-{month}-also").Split(',').Append(name)) months[Plain(spelling)] = month;
                // A misspelt month is known by its sound, unless two months sound alike.
                var sound = SearchKey.Of(name);
                if (months.TryGetValue(sound, out var other) && other != month) ambiguous.Add(sound);
                months.TryAdd(sound, month);
            }
        foreach (var sound in ambiguous) months.Remove(sound);
        return months;
    }
}
