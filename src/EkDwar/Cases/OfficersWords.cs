using EkDwar.Foundation.Outcomes;

namespace EkDwar.Cases;

/// <summary>What an officer writes in her own words: at most 2,000 characters of plain text, kept as written.</summary>
public static class OfficersWords
{
    const int Longest = 2000;

    public static Refusal? Unfit(string? words, string field, bool isNeeded)
    {
        var text = (words ?? "").Trim();
        if (isNeeded && !text.Any(char.IsLetter)) return new("cases.words_needed", field);
        if (text.Length > Longest) return new("questions.too_long", field, ("max", Longest.ToString()), ("over", (text.Length - Longest).ToString()));
        if (text.Contains('\uFFFD')) return new("questions.not_utf8", field);
        return text.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t')) ? new Refusal("questions.control_characters", field) : null;
    }

    public static string? Or(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
