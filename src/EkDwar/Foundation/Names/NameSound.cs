using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EkDwar.Foundation.Names;

/// <summary>
/// A word of a person's name by its sound: one for Pawar, Powar, पवार and ਪਵਾਰ. Two names with one sound are not the same name; it is for
/// finding alone. Stricter than <see cref="Languages.SearchKey"/>, which finds services in long texts: here Patil and Patel, Kale and Kole, Sunit and Sunita differ.
/// </summary>
/// <remarks>
/// What is folded, and why: breath and length, which Latin spellings drop (Shinde, Sinde; Geeta, Gita); letters of one sound (w and v, z and j, x and
/// ksh, ph and f, ण and न, ळ and ल, श, ष and स); ऋ, said ri in the north and ru in the west; ज्ञ, spelt dny, gy and jn; nasals before a consonant; a inside a
/// word, since silent vowels are spelt or not; y with the vowel it follows; the e of Surender. What is kept: consonants, i, u, e and o, and an a at the end,
/// which tells Anil from Anila. Sources: the values of the letters in <see cref="RomanName"/>; the test's list of pairs, on which recall and precision are measured.
/// </remarks>
public static partial class NameSound
{
    // In this order. Ç stands for the sound of ch until c has been read.
    static readonly (Regex Spelt, string Heard)[] Spellings =
    [
        (Mohammads(), "mohamad"),
        (Chs(), "ç"), (Cks(), "k"), (SoftC(), "s"), (C(), "k"), (CCedilla(), "c"), (HardQ(), "k"), (Q(), "k"),
        (OwBeforeVowel(), "av"), (Ow(), "au"), (W(), "v"), (X(), "ks"), (Z(), "j"), (Ph(), "f"),
        (Gn(), "gn"), (Sinh(), "ing"), (Rishi(), "ri"), (Rushi(), "rishi"),
        (HBehindConsonant(), ""), (LastH(), ""), (Doubled(), "$1"),
        (Ee(), "i"), (Oo(), "u"), (Aa(), "a"), (Ri(), "ri"), (Ao(), "av"), (Eo(), "ev"),
        (Indra(), "indr"), (LastEr(), "ar"), (ErInside(), "ar"), (Iya(), "y"), (LastDra(), ""), (LastVa(), "v"), (Yash(), "yas"), (Jyo(), "jo"), (Sayyad(), "sayyd"),
    ];

    /// <summary>Empty for what has no letter.</summary>
    public static string Of(string word)
    {
        var spelt = word.Any(RomanName.Knows) ? RomanName.Of(word.Normalize(NormalizationForm.FormC)) : Plain(word);
        foreach (var (pattern, heard) in Spellings) spelt = pattern.Replace(spelt, heard);
        return Doubled().Replace(Nasal().Replace(Skeleton(spelt), "n"), "$1");
    }

    static string Plain(string word) => string.Concat(word.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter)).ToLower(CultureInfo.InvariantCulture);

    /// <summary>Consonants, with what is kept of the vowels between them.</summary>
    static string Skeleton(string spelt)
    {
        var sound = new StringBuilder(spelt.Length);
        for (var at = 0; at < spelt.Length;)
        {
            var end = at;
            while (end < spelt.Length && IsVowel(spelt, at, end)) end++;
            if (end == at) sound.Append(spelt[at++]);
            else
            {
                var kept = Vowel(spelt[at..end]);
                sound.Append(kept.Length == 0 && (at == 0 || end == spelt.Length) ? "a" : kept);
                at = end;
            }
        }
        return sound.ToString();
    }

    // A y belongs to the vowel before it; behind a consonant it is a vowel only where none follows: Jyoti, Reddy.
    static bool IsVowel(string spelt, int start, int at) => IsPlainVowel(spelt[at])
        || spelt[at] == 'y' && (at > start || at > 0 && (at + 1 == spelt.Length || !IsPlainVowel(spelt[at + 1])));

    static bool IsPlainVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    static string Vowel(string run) => run[0] switch
    {
        'a' when run.Contains('u') => "o",
        'a' => run.AsSpan().IndexOfAny("eiy") >= 0 ? "e" : "",
        'o' => run.AsSpan().IndexOfAny("iy") >= 0 ? "oi" : "o",
        'y' => "i",
        var first => first.ToString(),
    };

    [GeneratedRegex("^(mohd|md|m[aou]h[ao]m+[aeu]d)$")] private static partial Regex Mohammads();
    [GeneratedRegex("tch|chh|ch")] private static partial Regex Chs();
    [GeneratedRegex("ck")] private static partial Regex Cks();
    [GeneratedRegex("c(?=[eiy])")] private static partial Regex SoftC();
    [GeneratedRegex("c")] private static partial Regex C();
    [GeneratedRegex("ç")] private static partial Regex CCedilla();
    [GeneratedRegex("qu(?=[ei])")] private static partial Regex HardQ();
    [GeneratedRegex("q")] private static partial Regex Q();
    [GeneratedRegex("ow(?=[aeiou])")] private static partial Regex OwBeforeVowel();
    [GeneratedRegex("ow")] private static partial Regex Ow();
    [GeneratedRegex("w")] private static partial Regex W();
    [GeneratedRegex("x")] private static partial Regex X();
    [GeneratedRegex("z")] private static partial Regex Z();
    [GeneratedRegex("ph")] private static partial Regex Ph();
    [GeneratedRegex("[dgj]ny|gy|jn")] private static partial Regex Gn();
    [GeneratedRegex("i[nm]h")] private static partial Regex Sinh();
    [GeneratedRegex("^hr[iu]")] private static partial Regex Rishi();
    [GeneratedRegex("^rushi")] private static partial Regex Rushi();
    [GeneratedRegex("(?<=[bcdfgjklmnprstvy])h")] private static partial Regex HBehindConsonant();
    [GeneratedRegex("h$")] private static partial Regex LastH();
    [GeneratedRegex(@"([^aeiou])\1+")] private static partial Regex Doubled();
    [GeneratedRegex("e{2,}|i{2,}")] private static partial Regex Ee();
    [GeneratedRegex("o{2,}|u{2,}")] private static partial Regex Oo();
    [GeneratedRegex("a{2,}")] private static partial Regex Aa();
    [GeneratedRegex("(?<=[bcdfgjkmpstv])ru")] private static partial Regex Ri();
    [GeneratedRegex("ao")] private static partial Regex Ao();
    [GeneratedRegex("eo")] private static partial Regex Eo();
    [GeneratedRegex("[ei]nd[aeiou]?r")] private static partial Regex Indra();
    [GeneratedRegex("er$")] private static partial Regex LastEr();
    [GeneratedRegex("er(?=[bcdfgjklmnpstv])")] private static partial Regex ErInside();
    [GeneratedRegex("(?<=[bcdfghjklmnprstv])iy?(?=[aou])|(?<=[bcdfghjklmnprstv])iy(?=e)")] private static partial Regex Iya();
    [GeneratedRegex("(?<=[td]r)a$")] private static partial Regex LastDra();
    [GeneratedRegex("(?<=i)va$|(?<=ta)va$")] private static partial Regex LastVa();
    [GeneratedRegex("jyo")] private static partial Regex Jyo();
    [GeneratedRegex("^yes")] private static partial Regex Yash();
    [GeneratedRegex("^sa?i?y[ae]d$")] private static partial Regex Sayyad();
    [GeneratedRegex("m(?=[pbfk])")] private static partial Regex Nasal();
}
