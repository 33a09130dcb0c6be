using System.Globalization;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// Numbers and rupees as India groups them, 12,34,567, with ASCII digits in every language. Built here and not taken from
/// a culture: the data for mr-IN groups rupees by thousands.
/// </summary>
public static class IndianNumber
{
    const long Lakh = 100_000;
    const long Crore = 10_000_000;

    static readonly NumberFormatInfo Grouped = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSizes = [3, 2],
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NegativeSign = "-",
        NumberNegativePattern = 1,
    });

    public static string Of(long number) => number.ToString("N0", Grouped);

    public static string Of(decimal number, int decimals) => number.ToString("N" + decimals, Grouped);

    /// <summary>An amount in paise as rupees, always with its paise: ₹12,34,567.50.</summary>
    public static string Rupees(long minor)
    {
        var rupees = minor / 100m;
        return (rupees < 0 ? "-₹" : "₹") + Of(Math.Abs(rupees), 2);
    }

    /// <summary>A large number in words of size, rounded to one decimal: 12.3 लाख, 1.5 कोटी. Smaller ones stay exact.</summary>
    public static string Compact(long number, LanguageCode language)
    {
        var size = Math.Abs((decimal)number);
        if (size < Lakh) return Of(number);
        // 99,99,999 rounds to a crore, not to 100 lakh.
        return Math.Round(size / Lakh, 1, MidpointRounding.AwayFromZero) < 100
            ? InWords(number, Lakh, "foundation.lakh", language)
            : InWords(number, Crore, "foundation.crore", language);
    }

    static string InWords(long number, long unit, string key, LanguageCode language)
    {
        var rounded = Math.Round((decimal)number / unit, 1, MidpointRounding.AwayFromZero);
        var decimals = rounded == decimal.Truncate(rounded) ? 0 : 1;
        return Texts.Get(language, key, ("number", Of(rounded, decimals)));
    }
}
