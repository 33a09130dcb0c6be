using System.Collections.Frozen;
using System.Text;

namespace EkDwar.Foundation.Names;

/// <summary>
/// A word in Devanagari or Gurmukhi in Latin letters, as Indian names are spelt in English (Hunterian romanisation without its
/// marks): काळे is kale, ਗੁਰਪ੍ਰੀਤ gurpreet's gurprit. Only for comparing; nobody is shown it, and no name is printed by it.
/// </summary>
/// <remarks>
/// Sources of the rules: the letters of both scripts as the Unicode Standard names them (its two blocks run in parallel), the
/// Hunterian system of the Survey of India for their values, and for the vowel that a last consonant keeps (Krishna, but Vasant) the
/// way names of certificates are spelt. Inner silent vowels stay: whoever compares drops every a inside a word.
/// </remarks>
static class RomanName
{
    const char Nukta = '\u093C', Virama = '\u094D', Anusvara = '\u0902', Tippi = '\u0A70';

    static readonly FrozenDictionary<char, string> Consonants = new Dictionary<char, string>
    {
        ['क'] = "k", ['ख'] = "kh", ['ग'] = "g", ['घ'] = "gh", ['ङ'] = "n", ['च'] = "ch", ['छ'] = "chh", ['ज'] = "j", ['झ'] = "jh", ['ञ'] = "n",
        ['ट'] = "t", ['ठ'] = "th", ['ड'] = "d", ['ढ'] = "dh", ['ण'] = "n", ['त'] = "t", ['थ'] = "th", ['द'] = "d", ['ध'] = "dh", ['न'] = "n",
        ['प'] = "p", ['फ'] = "ph", ['ब'] = "b", ['भ'] = "bh", ['म'] = "m", ['य'] = "y", ['र'] = "r", ['\u0931'] = "r", ['ल'] = "l", ['ळ'] = "l", ['व'] = "v",
        ['श'] = "sh", ['ष'] = "sh", ['स'] = "s", ['ह'] = "h", ['\u095C'] = "r",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['अ'] = "a", ['आ'] = "a", ['इ'] = "i", ['ई'] = "i", ['उ'] = "u", ['ऊ'] = "u", ['ऋ'] = "ri", ['ए'] = "e", ['ऐ'] = "ai", ['ओ'] = "o", ['औ'] = "au", ['ऑ'] = "o", ['ऍ'] = "e", ['\u0972'] = "a",
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<char, string> Signs = new Dictionary<char, string>
    {
        ['\u093E'] = "a", ['\u093F'] = "i", ['\u0940'] = "i", ['\u0941'] = "u", ['\u0942'] = "u", ['\u0943'] = "ri", ['\u0945'] = "a", ['\u0947'] = "e", ['\u0948'] = "ai", ['\u0949'] = "o", ['\u094B'] = "o", ['\u094C'] = "au",
        [Virama] = "",
    }.ToFrozenDictionary();

    public static bool Knows(char letter) => letter is >= '\u0900' and <= '\u097F' or >= '\u0A00' and <= '\u0A7F';

    public static string Of(string word)
    {
        var letters = Plain(word);
        var roman = new StringBuilder(2 * letters.Length);
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = letters[at];
            if (Consonants.TryGetValue(letter, out var consonant))
            {
                if (letter == 'ञ' && Before(letters, at) == 'ज') roman[^1] = 'g';
                roman.Append(letter == 'ञ' && Before(letters, at) == 'ज' ? "y" : consonant);
                var isFollowed = at + 1 < letters.Length;
                if (isFollowed ? !Signs.ContainsKey(letters[at + 1]) : KeepsLastVowel(letters, at)) roman.Append('a');
            }
            else if (letter is Anusvara or '\u0901') roman.Append(NasalBefore(at + 1 < letters.Length ? letters[at + 1] : '\0'));
            else if (Letters.TryGetValue(letter, out var vowel) || Signs.TryGetValue(letter, out vowel)) roman.Append(vowel);
            else if (char.IsAsciiLetter(letter)) roman.Append(char.ToLowerInvariant(letter));
        }
        return roman.ToString();
    }

    /// <summary>Before a nasal it only doubles that: ਅੰਮ੍ਰਿਤਾ. सिंह is said and spelt Singh.</summary>
    static string NasalBefore(char next) => next switch { 'ह' => "ng", 'म' or 'न' => "", _ => "n" };

    /// <summary>The consonant joined to this one from before; none where they are not joined.</summary>
    static char Before(string letters, int at) => at >= 2 && letters[at - 1] == Virama ? letters[at - 2] : '\0';

    /// <summary>कृष्ण, गुप्त and चंद्र are said and spelt with an a; वसन्त, हर्ष and दत्त without.</summary>
    static bool KeepsLastVowel(string letters, int at) => Before(letters, at) is not ('\0' or 'र' or 'न' or 'म' or 'ण' or 'ञ' or 'ङ') and var joined && joined != letters[at]
        && (letters[at] is 'य' or 'र' or 'ल' or 'व' or 'ण' or 'न' or 'म' || joined == 'प' && letters[at] == 'त');

    /// <summary>Gurmukhi as Devanagari; of letters with a dot below only those that are another sound keep one.</summary>
    static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var own = letter switch
            {
                Tippi => Anusvara,
                // The sign that doubles, and carriers of vowels, add no sound that is compared.
                >= '\u0A71' and <= '\u0A7F' => '\0',
                >= '\u0A00' and <= '\u0A6F' => (char)(letter - 0x100),
                _ => letter,
            };
            if (own == Nukta && plain.Length > 0 && plain[^1] is ('ड' or 'ढ')) plain[^1] = '\u095C';
            else if (own is not ('\0' or Nukta)) plain.Append(own);
        }
        return plain.ToString();
    }
}
