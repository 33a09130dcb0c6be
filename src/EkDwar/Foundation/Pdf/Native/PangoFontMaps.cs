using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls that tie Pango to cairo and to a private set of fonts, and give back what GObject counts.</summary>
static partial class PangoFontMaps
{
    [LibraryImport(PdfParts.PangoCairoLibrary)]
    public static partial nint pango_cairo_font_map_new();

    [LibraryImport(PdfParts.PangoCairoLibrary)]
    public static partial void pango_cairo_update_context(nint cairo, nint context);

    [LibraryImport(PdfParts.PangoCairoLibrary)]
    public static partial nint pango_cairo_font_get_scaled_font(nint font);

    [LibraryImport(PdfParts.PangoFontsLibrary)]
    public static partial void pango_fc_font_map_set_config(nint map, nint config);

    [LibraryImport(PdfParts.FontconfigLibrary)]
    public static partial nint FcConfigCreate();

    [LibraryImport(PdfParts.FontconfigLibrary, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int FcConfigAppFontAddFile(nint config, string file);

    [LibraryImport(PdfParts.FontconfigLibrary)]
    public static partial int FcConfigBuildFonts(nint config);

    [LibraryImport(PdfParts.FontconfigLibrary)]
    public static partial void FcConfigDestroy(nint config);

    [LibraryImport(PdfParts.ObjectLibrary)]
    public static partial void g_object_unref(nint instance);
}
