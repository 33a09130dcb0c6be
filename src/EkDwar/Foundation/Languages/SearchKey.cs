using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// A name or word by its sound, the same whether written in Devanagari, Gurmukhi or Latin letters: Pawar, Powar, पवार and
/// ਪਵਾਰ are all <c>pvr</c>. Only for finding: the name itself is stored and shown as it was written, and two names with
/// one key are not thereby the same name.
/// </summary>
public static class SearchKey
{
    const double PrefixScore = 0.85;

    /// <summary>The sounds of each word, separated by spaces. What is stored beside a name to find it by.</summary>
    public static string Of(string text)
    {
        var words = WordsOf(text.Normalize(NormalizationForm.FormC));
        return string.Join(' ', words.Select(SoundOf).Where(sound => sound.Length > 0));
    }

    /// <summary>How well what was typed is found in a text, from 0 to 1: word by word, in any order.</summary>
    public static double Score(string query, string candidate)
    {
        var asked = Of(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var offered = Of(candidate).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length == 0 || offered.Length == 0) return 0;
        // A long word says more than a short one.
        double found = asked.Sum(word => word.Length * offered.Max(other => Likeness(word, other)));
        return found / asked.Sum(word => word.Length);
    }

    /// <summary>The three-letter pieces of a key, for an index: each word with two gaps before and one behind.</summary>
    public static IReadOnlyCollection<string> Trigrams(string key)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $"  {word} ";
            for (var start = 0; start + 3 <= padded.Length; start++) pieces.Add(padded.Substring(start, 3));
        }
        return pieces;
    }

    static double Likeness(string one, string other)
    {
        if (one == other) return 1;
        var mine = Trigrams(one);
        var theirs = Trigrams(other);
        var shared = 2.0 * mine.Count(theirs.Contains) / (mine.Count + theirs.Count);
        // उत्पन्न is found in उत्पन्नाचा: endings of case come behind the word.
        return one.Length >= 3 && other.StartsWith(one, StringComparison.Ordinal) ? Math.Max(shared, PrefixScore) : shared;
    }

    static string SoundOf(string word)
    {
        var sound = word.Any(IndicSound.Knows) ? IndicSound.Of(word) : LatinSound.Of(word);
        return Folded(sound);
    }

    /// <summary>A nasal before a labial is one sound however it is written, and a doubled letter is one letter.</summary>
    static string Folded(string sound)
    {
        var folded = new StringBuilder(sound.Length);
        for (var at = 0; at < sound.Length; at++)
        {
            var letter = sound[at] == 'm' && at + 1 < sound.Length && "pbf".Contains(sound[at + 1]) ? 'n' : sound[at];
            if (folded.Length == 0 || folded[^1] != letter || char.IsAsciiDigit(letter)) folded.Append(letter);
        }
        return folded.ToString();
    }

    static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Digits.ToAscii(text))
            if (IsOfWord(letter)) word.Append(letter);
            else if (!IsInsideWord(letter)) Flush();
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Joiners and apostrophes stand inside a word: र्‍ह, D'Souza.
    static bool IsInsideWord(char letter) => letter is '\u200C' or '\u200D' or '\'' or '’';
}
