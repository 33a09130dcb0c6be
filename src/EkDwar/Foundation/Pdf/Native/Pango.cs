using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls of Pango that lay out text. Names are Pango's own: https://docs.gtk.org/Pango/</summary>
static unsafe partial class Pango
{
    const string Library = PdfParts.PangoLibrary;

    /// <summary>PANGO_SCALE: Pango counts in 1024ths of a point.</summary>
    public const double Scale = 1024;

    public const int WeightBold = 700;
    public const int WrapWordOrCharacter = 2;
    public const uint EmptyGlyph = 0x0FFFFFFF;
    public const uint UnknownGlyphFlag = 0x10000000;

    [LibraryImport(Library)]
    public static partial nint pango_font_map_create_context(nint map);

    [LibraryImport(Library)]
    public static partial void pango_context_set_round_glyph_positions(nint context, int round);

    [LibraryImport(Library)]
    public static partial void pango_context_set_language(nint context, nint language);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint pango_language_from_string(string code);

    [LibraryImport(Library)]
    public static partial nint pango_font_description_new();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void pango_font_description_set_family(nint description, string family);

    [LibraryImport(Library)]
    public static partial void pango_font_description_set_weight(nint description, int weight);

    [LibraryImport(Library)]
    public static partial void pango_font_description_set_absolute_size(nint description, double size);

    [LibraryImport(Library)]
    public static partial nint pango_font_description_get_family(nint description);

    [LibraryImport(Library)]
    public static partial void pango_font_description_free(nint description);

    [LibraryImport(Library)]
    public static partial nint pango_font_describe(nint font);

    [LibraryImport(Library)]
    public static partial nint pango_attr_list_new();

    [LibraryImport(Library)]
    public static partial void pango_attr_list_insert(nint list, PangoAttribute* attribute);

    [LibraryImport(Library)]
    public static partial void pango_attr_list_unref(nint list);

    [LibraryImport(Library)]
    public static partial PangoAttribute* pango_attr_weight_new(int weight);
}
