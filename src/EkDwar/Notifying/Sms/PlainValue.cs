using System.Globalization;
using System.Text;
using EkDwar.Foundation.Languages;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Values as a registered text takes them: letters, digits and single spaces, amounts without commas. A service called
/// "Digital 7/12 extract" is told of as "Digital 7 12 extract", and is not left untold.
/// </summary>
public static class PlainValue
{
    /// <summary>Other signs become a space, and an apostrophe nothing.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Digits.ToAscii(text))
            if (char.IsLetterOrDigit(letter) || letter is '\u200C' or '\u200D' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) plain.Append(letter);
            else if (letter is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        return plain.ToString().TrimEnd();
    }

    /// <summary>Paise as rupees, always with two places: 1234.50.</summary>
    public static string Rupees(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
