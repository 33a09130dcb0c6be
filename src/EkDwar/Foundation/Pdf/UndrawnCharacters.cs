using System.Runtime.InteropServices;
using System.Text;
using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>Which characters of a laid-out text no font could draw, for the refusal's words.</summary>
static unsafe class UndrawnCharacters
{
    public static string In(nint layout)
    {
        var found = new SortedSet<int>();
        var iterator = PangoLayouts.pango_layout_get_iter(layout);
        do
        {
            var run = PangoLayouts.pango_layout_iter_get_run_readonly(iterator);
            if (run != null) Collect(new ReadOnlySpan<PangoGlyph>(run->Glyphs->Glyphs, run->Glyphs->Count), found);
        }
        while (PangoLayouts.pango_layout_iter_next_run(iterator) != 0);
        PangoLayouts.pango_layout_iter_free(iterator);
        return string.Concat(found.Where(Rune.IsValid).Select(c => new Rune(c).ToString()));
    }

    static void Collect(ReadOnlySpan<PangoGlyph> glyphs, SortedSet<int> found)
    {
        // An unknown glyph's id is its character with a flag (PANGO_GET_UNKNOWN_GLYPH).
        foreach (var glyph in glyphs)
            if ((glyph.Id & Pango.UnknownGlyphFlag) != 0 && glyph.Id != Pango.EmptyGlyph)
                found.Add((int)(glyph.Id & ~Pango.UnknownGlyphFlag));
    }

    /// <summary>The family Pango really chose for a run: an unknown family is replaced without a word.</summary>
    public static string? FamilyOf(nint font)
    {
        var description = Pango.pango_font_describe(font);
        var family = Marshal.PtrToStringUTF8(Pango.pango_font_description_get_family(description));
        Pango.pango_font_description_free(description);
        return family;
    }
}
