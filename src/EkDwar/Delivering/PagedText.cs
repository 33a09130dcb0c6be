using System.Text;

namespace EkDwar.Delivering;

/// <summary>
/// Text with one byte for a letter of one Indic script, where UTF-8 takes three: it lets a QR code hold a name. Lossless
/// for every text without lone surrogates.
/// </summary>
/// <remarks>
/// Byte 20–7E is ASCII; 80–FF is U+pp00–U+pp7F, where pp is the page (09 Devanagari, 0A Gurmukhi); 01 is U+200C, 02 is
/// U+200D, 03 is U+20B9 (₹); 04 and three bytes are any other character, the most significant byte first.
/// </remarks>
static class PagedText
{
    const byte Devanagari = 0x09;
    const byte Gurmukhi = 0x0A;
    const byte Other = 0x04;
    const byte HighHalf = 0x80;

    static readonly int[] Short = [0x200C, 0x200D, 0x20B9];

    /// <summary>The page of the first Indic letter; Devanagari for texts without one.</summary>
    public static byte PageOf(IEnumerable<string> texts)
    {
        foreach (var character in texts.SelectMany(text => text))
            if (character >> 8 is Devanagari or Gurmukhi && (character & HighHalf) == 0) return (byte)(character >> 8);
        return Devanagari;
    }

    public static byte[] Encode(string text, byte page)
    {
        var bytes = new List<byte>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.Value;
            if (character is >= ' ' and <= '~') bytes.Add((byte)character);
            else if (character >> 8 == page && (character & HighHalf) == 0) bytes.Add((byte)(HighHalf | character));
            else if (Array.IndexOf(Short, character) is >= 0 and var at) bytes.Add((byte)(at + 1));
            else bytes.AddRange(Other, (byte)(character >> 16), (byte)(character >> 8), (byte)character);
        }
        return [.. bytes];
    }

    public static string Decode(ReadOnlySpan<byte> bytes, byte page)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value >= HighHalf) text.Append((char)(page << 8 | value & ~HighHalf));
            else if (value == Other)
            {
                text.Append(new Rune(bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3]).ToString());
                i += 3;
            }
            else text.Append(value < Other ? (char)Short[value - 1] : (char)value);
        }
        return text.ToString();
    }
}
