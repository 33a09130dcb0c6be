using System.Collections.Frozen;
using System.Text;

namespace EkDwar.Foundation.Languages;

/// <summary>
/// The sound of a word in Devanagari or Gurmukhi, as consonants with i and u; a and o are dropped behind the first letter,
/// since Latin spellings disagree on them. The two scripts share one table: their blocks of Unicode run in parallel.
/// </summary>
static class IndicSound
{
    const char Nukta = '\u093C';
    const char Virama = '\u094D';
    const char Anusvara = '\u0902';
    const char Ha = 'ह';

    static readonly FrozenDictionary<char, string> Sounds = new Dictionary<char, string>
    {
        ['क'] = "k", ['ख'] = "k", ['ग'] = "g", ['घ'] = "g", ['ङ'] = "n",
        ['च'] = "c", ['छ'] = "c", ['ज'] = "j", ['झ'] = "j", ['ञ'] = "n",
        ['ट'] = "t", ['ठ'] = "t", ['ड'] = "d", ['ढ'] = "d", ['ण'] = "n",
        ['त'] = "t", ['थ'] = "t", ['द'] = "d", ['ध'] = "d", ['न'] = "n",
        ['प'] = "p", ['फ'] = "f", ['ब'] = "b", ['भ'] = "b", ['म'] = "m",
        ['य'] = "i", ['र'] = "r", ['\u0931'] = "r", ['ल'] = "l", ['ळ'] = "l", ['व'] = "v",
        ['श'] = "s", ['ष'] = "s", ['स'] = "s", [Ha] = "h",
        // Gurmukhi ੜ, and with it ड़ and ढ़, which Latin spells with an r: Chandigarh
        ['\u095C'] = "r",
        ['इ'] = "i", ['ई'] = "i", ['ए'] = "i", ['ऐ'] = "i", ['ऍ'] = "i", ['ऋ'] = "ri",
        ['\u093F'] = "i", ['\u0940'] = "i", ['\u0947'] = "i", ['\u0948'] = "i", ['\u0945'] = "i", ['\u0943'] = "ri",
        ['\u0941'] = "u", ['\u0942'] = "u",
        [Anusvara] = "n", ['\u0901'] = "n",
    }.ToFrozenDictionary();

    public static bool Knows(char letter) => letter is >= '\u0900' and <= '\u097F' or >= '\u0A00' and <= '\u0A7F';

    public static string Of(string word)
    {
        var letters = Plain(word);
        var sound = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length; at++) Append(letters, at, sound);
        return sound.ToString();
    }

    static void Append(string letters, int at, StringBuilder sound)
    {
        var letter = letters[at];
        var next = at + 1 < letters.Length ? letters[at + 1] : '\0';
        if (letter is 'उ' or 'ऊ')
        {
            // भाऊ is spelt Bhau: behind a vowel it makes the au that Latin spellings drop.
            if (at == 0) sound.Append('u');
        }
        else if (letter is 'अ' or 'आ' or 'ओ' or 'औ' or 'ऑ')
        {
            if (at == 0) sound.Append('a');
        }
        else if (letter == 'ञ' && Behind(letters, at, 'ज'))
        {
            sound.Length--;
            sound.Append("gn"); // ज्ञ is Dny or Gy
        }
        else if (letter == Ha && at > 0 && letters[at - 1] == Virama) return; // म्हात्रे is Mhatre, its h goes as it does in Latin
        else if (letter == Anusvara && next == Ha) sound.Append("ng"); // सिंह is Singh
        else if (letter == Ha && at > 0 && letters[at - 1] == Anusvara) return;
        else if (Sounds.TryGetValue(letter, out var heard)) sound.Append(heard);
        else if (char.IsAsciiLetterOrDigit(letter)) sound.Append(char.ToLowerInvariant(letter));
    }

    static bool Behind(string letters, int at, char consonant) => at >= 2 && letters[at - 1] == Virama && letters[at - 2] == consonant;

    /// <summary>Gurmukhi as Devanagari, without nukta; ड़ and ढ़ keep theirs as one letter.</summary>
    static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var own = letter switch
            {
                '\u0A70' => Anusvara, // tippi
                >= '\u0A71' and <= '\u0A7F' => '\0', // addak doubles; carriers carry
                >= '\u0A00' and <= '\u0A6F' => (char)(letter - 0x100),
                _ => letter,
            };
            if (own == Nukta && plain.Length > 0 && plain[^1] is ('ड' or 'ढ')) plain[^1] = '\u095C';
            else if (own is not ('\0' or Nukta)) plain.Append(own);
        }
        return plain.ToString();
    }
}
