using System.Globalization;
using System.Text;

namespace EkDwar.Foundation.Files;

/// <summary>
/// The name a file came with, made fit to be shown and offered for download: no folders, no control or direction marks,
/// at most 80 characters, and the ending that its content has. It decides nothing and never names a file on our disk.
/// </summary>
public static class PaperName
{
    const int MaxLength = 80;

    public static string Clean(string? claimed, Paper paper)
    {
        var name = new StringBuilder();
        foreach (var rune in (claimed ?? "").EnumerateRunes())
        {
            if (rune.Value is '/' or '\\') name.Clear();
            else if (IsFit(rune) && name.Length + rune.Utf16SequenceLength <= MaxLength) name.Append(rune.ToString());
        }
        var stem = Path.GetFileNameWithoutExtension(name.ToString().Trim('.', ' ')).Trim('.', ' ');
        return (stem.Length == 0 ? "paper" : stem) + paper.Ending;
    }

    // Joiners are format characters too, and Marathi needs them: र्‍ह.
    static bool IsFit(Rune rune) => rune.Value is 0x200C or 0x200D
        || rune.Value != 0xFFFD && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*') && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
