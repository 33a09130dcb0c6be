using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Names;

/// <summary>
/// The words of a name as they are compared: without titles, initials and signs; letters small and joined as Unicode joins
/// them. Of a long name the first <see cref="Most"/>.
/// </summary>
public static class NameWords
{
    public const int Most = 8;

    // What stands before a name and is none, in Latin letters; of another script, as it is romanised. A name that is nothing else keeps it.
    static readonly FrozenSet<string> Titles = FrozenSet.Create(StringComparer.Ordinal, "mr", "mrs", "ms", "dr", "adv", "smt", "shri", "sri", "shree", "kum", "late");
    static readonly FrozenSet<string> IndicTitles = FrozenSet.Create(StringComparer.Ordinal, "shri", "shrimati", "sau", "kai", "ku", "do", "ad", "sva", "sri", "srimati", "da");

    static bool IsTitle(string word) => word.Any(RomanName.Knows) ? IndicTitles.Contains(RomanName.Of(word)) : Titles.Contains(word);

    public static IReadOnlyList<string> Of(string name)
    {
        var words = Split(name).ConvertAll(Folded);
        var own = words.Where(word => !IsTitle(word) && word.Count(char.IsLetter) > 1).ToList();
        return [.. (own.Count > 0 ? own : words).Take(Most)];
    }

    /// <summary>Each two that stand side by side, as one: Ram Chandra is Ramchandra.</summary>
    public static IEnumerable<string> Joined(IReadOnlyList<string> words) => words.Zip(words.Skip(1), (one, next) => one + next);

    static string Folded(string word) => word.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormC);

    static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Digits.ToAscii(text).Append(' '))
        {
            if (IsOfWord(letter)) word.Append(letter);
            // Joiners and apostrophes stand inside a word: र्‍ह, D'Souza.
            else if (letter is not ('\u200C' or '\u200D' or '\'' or '’'))
            {
                if (word.Length > 0) words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
