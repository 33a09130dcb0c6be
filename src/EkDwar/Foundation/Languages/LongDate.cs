namespace EkDwar.Foundation.Languages;

/// <summary>
/// A date as people read it: <c>5 जानेवारी 2026</c>, the month in words, the digits ASCII in every language. Not a format
/// for machines.
/// </summary>
public static class LongDate
{
    public static string Of(DateOnly date, LanguageCode language) => $"{date.Day} {MonthOf(date.Month, language)} {date.Year:0000}";

    public static string MonthOf(int month, LanguageCode language) => Texts.Get(language, $"foundation.month-{month}");
}
