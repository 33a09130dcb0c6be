using System.Text.RegularExpressions;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// The number of a parcel as records write it: digits as 0–9, a stroke between number and sub-divisions, no spaces, Latin
/// letters large: १२३ / २-अ becomes 123/2/अ. Whether there is such a parcel is for the record to say.
/// </summary>
static partial class LandNumber
{
    const int Longest = 30;

    /// <summary>What is written behind the number of a field of which only a part is meant.</summary>
    static readonly string[] OfPart = [.. LanguageCode.All.Select(language => Texts.Get(language, "questions.land_part")).Distinct()];

    /// <summary>A survey, gat or CTS number and its sub-divisions, which may have been typed into one box; null when it is none.</summary>
    public static (string Number, string Hissa)? Survey(string number, string hissa)
    {
        var whole = Canonical(hissa.Length == 0 ? number : $"{number}/{hissa}");
        if (whole.Length > Longest || !SurveyForm().IsMatch(whole)) return null;
        var parts = whole.Split('/', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>A khasra number, with the rectangle before two strokes where land was consolidated (12//3/2), and "min" for a part of it.</summary>
    public static string? Khasra(string typed)
    {
        var whole = typed.TrimEnd(' ', '.');
        var part = OfPart.FirstOrDefault(word => whole.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        var number = Canonical(part is null ? whole : whole[..^part.Length]);
        return number.Length <= Longest && KhasraForm().IsMatch(number) ? part is null ? number : $"{number} min" : null;
    }

    /// <summary>A khewat number, with its sub-numbers.</summary>
    public static string? Khewat(string typed) => Canonical(typed) is { Length: <= Longest } number && KhewatForm().IsMatch(number) ? number : null;

    static string Canonical(string typed) => Gaps().Replace(Digits.ToAscii(typed).ToUpperInvariant(), "").Replace('-', '/').Replace('–', '/').Replace('\\', '/');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    // A letter may follow the number itself: 45अ, 45A.
    [GeneratedRegex(@"\A[0-9]{1,6}[\p{L}\p{M}]{0,4}(/[\p{L}\p{M}0-9]{1,8}){0,4}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SurveyForm();

    [GeneratedRegex(@"\A[0-9]{1,5}(//[0-9]{1,3})?(/[0-9]{1,4}){0,4}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KhasraForm();

    [GeneratedRegex(@"\A[0-9]{1,6}(/[0-9]{1,4}){0,2}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KhewatForm();
}
