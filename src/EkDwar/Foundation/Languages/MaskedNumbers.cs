using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// A text without the numbers that name a person: of nine digits or more that stand together, in whatever script and with single
/// spaces or dashes between (a mobile, an account, Aadhaar), the last four stay; of an e-mail address its first letter and domain.
/// Amounts, dates and postal codes are shorter, and stay.
/// </summary>
public static partial class MaskedNumbers
{
    const int Least = 9, Shown = 4;
    const char Hidden = '•';

    public static string In(string text)
    {
        var masked = new StringBuilder(Address().Replace(text, found => $"{found.Groups[1].Value}{Hidden}{Hidden}{Hidden}@{found.Groups[2].Value}"));
        for (var at = 0; at < masked.Length;)
        {
            var digits = DigitsFrom(masked, at, out var after);
            if (digits.Count >= Least)
                foreach (var hidden in digits.SkipLast(Shown)) masked[hidden] = Hidden;
            at = after;
        }
        return masked.ToString();
    }

    /// <summary>Where the digits stand of a number that begins here, and where to look on.</summary>
    static List<int> DigitsFrom(StringBuilder text, int at, out int after)
    {
        var digits = new List<int>();
        for (after = at; after < text.Length; after++)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(text[after]) >= 0) digits.Add(after);
            else if (digits.Count == 0 || text[after] is not (' ' or '-' or '\u00A0') || digits[^1] != after - 1) break;
        }
        after = Math.Max(after, at + 1);
        return digits;
    }

    [GeneratedRegex(@"([^\s@,;<>])[^\s@,;<>]*@([^\s@,;<>]+)")]
    private static partial Regex Address();
}
