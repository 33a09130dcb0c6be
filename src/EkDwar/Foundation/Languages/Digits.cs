using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// Digits as people type them (१२३, ੧੨੩, 123) and as we store and show them: always ASCII. Not for numbers inside names
/// or addresses, which stay as written.
/// </summary>
public static class Digits
{
    /// <summary>The text with every decimal digit of Unicode as 0–9; everything else as it was.</summary>
    public static string ToAscii(string text)
    {
        if (!text.Any(IsForeign)) return text;
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) ascii.Append((int)Rune.GetNumericValue(rune));
            else ascii.Append(rune);
        return ascii.ToString();
    }

    /// <summary>Only the digits, as a code or a telephone number is read: spaces and dashes are no mistake.</summary>
    public static string Only(string text) => string.Concat(ToAscii(text).Where(char.IsAsciiDigit));

    /// <summary>A number as its box shows it, without grouping; null for none.</summary>
    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    static bool IsForeign(char letter) => letter > 127 && (char.IsDigit(letter) || char.IsSurrogate(letter));
}
