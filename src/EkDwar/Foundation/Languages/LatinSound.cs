using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Languages;

/// <summary>The sound of an Indian word or name spelt in Latin letters, in the same letters as <see cref="IndicSound"/>.</summary>
static class LatinSound
{
    // In this order: longer spellings first. Ç stands for the sound of च until c has been read.
    static readonly (string Spelt, string Heard)[] Spellings =
    [
        ("dny", "gn"), ("gny", "gn"), ("jny", "gn"), ("gy", "gn"), ("jn", "gn"),
        ("x", "ks"), ("tch", "ç"), ("chh", "ç"), ("ch", "ç"), ("ph", "f"),
        ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ç", "c"),
        ("q", "k"), ("z", "j"), ("w", "v"),
        ("oo", "u"), ("ee", "i"), ("ai", "i"), ("ei", "i"), ("au", "o"), ("ou", "o"),
    ];

    public static string Of(string word)
    {
        var plain = new StringBuilder(WithoutAccents(word));
        foreach (var (spelt, heard) in Spellings) plain.Replace(spelt, heard);
        var sound = new StringBuilder(plain.Length);
        for (var at = 0; at < plain.Length; at++)
        {
            var letter = plain[at];
            if (letter is 'a' or 'o')
            {
                if (at == 0) sound.Append('a');
            }
            else if (letter is 'e' or 'y') sound.Append('i');
            // Breath behind a consonant is how Latin letters write ख, थ, श: it makes no other sound here.
            else if (letter != 'h' || at == 0 || IsVowel(plain[at - 1])) sound.Append(letter);
        }
        return sound.ToString();
    }

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    static string WithoutAccents(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
