using System.Globalization;
using System.Text;
using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation.Pdf;

/// <summary>A stretch of text in one weight. Plain text, never markup: what a citizen typed can mean nothing but itself.</summary>
public readonly record struct TextRun(string Text, bool IsBold = false);

/// <summary>
/// One text in one language, in runs. The language chooses letter forms (Marathi's are not Hindi's) and is told to screen
/// readers. Not a paragraph of HTML: line breaks in it become spaces.
/// </summary>
public sealed record PdfText(LanguageCode Language, params IReadOnlyList<TextRun> Runs)
{
    public PdfText(LanguageCode language, string text, bool isBold = false) : this(language, new TextRun(text, isBold)) { }

    public bool IsEmpty => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    /// <summary>
    /// What can be printed of a text: control characters and line breaks become spaces; invisible format characters, which
    /// could turn the reading order round, go. The joiners stay, for they change how Indic letters are drawn.
    /// </summary>
    public static string Printable(string text)
    {
        if (text.All(IsPlain)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Format when rune.Value is not (0x200C or 0x200D):
                    break;
                default:
                    clean.Append(rune.ToString());
                    break;
            }
        }
        return clean.ToString();
    }

    static bool IsPlain(char c) => c is >= ' ' and <= '~' or >= '\u0900' and <= '\u097F' or >= '\u0A00' and <= '\u0A7F';
}
