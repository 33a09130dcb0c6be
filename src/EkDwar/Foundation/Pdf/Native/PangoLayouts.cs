using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls of Pango on one laid-out text, and on its runs.</summary>
static unsafe partial class PangoLayouts
{
    const string Library = PdfParts.PangoLibrary;

    [LibraryImport(Library)]
    public static partial nint pango_layout_new(nint context);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_text(nint layout, byte* text, int length);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_attributes(nint layout, nint attributes);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_font_description(nint layout, nint description);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_width(nint layout, int width);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_wrap(nint layout, int wrap);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_alignment(nint layout, int alignment);

    [LibraryImport(Library)]
    public static partial void pango_layout_set_auto_dir(nint layout, int auto);

    [LibraryImport(Library)]
    public static partial int pango_layout_get_unknown_glyphs_count(nint layout);

    [LibraryImport(Library)]
    public static partial void pango_layout_get_size(nint layout, out int width, out int height);

    [LibraryImport(Library)]
    public static partial byte* pango_layout_get_text(nint layout);

    [LibraryImport(Library)]
    public static partial nint pango_layout_get_iter(nint layout);

    [LibraryImport(Library)]
    public static partial int pango_layout_iter_next_line(nint iterator);

    [LibraryImport(Library)]
    public static partial void pango_layout_iter_get_line_yrange(nint iterator, out int top, out int bottom);

    [LibraryImport(Library)]
    public static partial int pango_layout_iter_next_run(nint iterator);

    [LibraryImport(Library)]
    public static partial PangoGlyphItem* pango_layout_iter_get_run_readonly(nint iterator);

    [LibraryImport(Library)]
    public static partial int pango_layout_iter_get_baseline(nint iterator);

    [LibraryImport(Library)]
    public static partial void pango_layout_iter_get_run_extents(nint iterator, PangoRectangle* ink, PangoRectangle* logical);

    [LibraryImport(Library)]
    public static partial void pango_layout_iter_free(nint iterator);
}
