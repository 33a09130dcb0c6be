using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls of cairo that paint ink through a mask of one bit a point.</summary>
static unsafe partial class CairoMasks
{
    const string Library = PdfParts.CairoLibrary;

    /// <summary>CAIRO_FORMAT_A1: 32 points a word in the machine's byte order, the first in the lowest bit.</summary>
    public const int OneBit = 3;

    /// <summary>CAIRO_FILTER_NEAREST: the edges stay sharp at every size.</summary>
    public const int Sharp = 3;

    [LibraryImport(Library)]
    public static partial nint cairo_image_surface_create(int format, int width, int height);

    [LibraryImport(Library)]
    public static partial byte* cairo_image_surface_get_data(nint surface);

    [LibraryImport(Library)]
    public static partial int cairo_image_surface_get_stride(nint surface);

    [LibraryImport(Library)]
    public static partial void cairo_surface_mark_dirty(nint surface);

    [LibraryImport(Library)]
    public static partial nint cairo_pattern_create_for_surface(nint surface);

    [LibraryImport(Library)]
    public static partial void cairo_pattern_set_filter(nint pattern, int filter);

    [LibraryImport(Library)]
    public static partial void cairo_pattern_destroy(nint pattern);

    [LibraryImport(Library)]
    public static partial void cairo_mask(nint cairo, nint pattern);

    [LibraryImport(Library)]
    public static partial void cairo_save(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_restore(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_translate(nint cairo, double x, double y);

    [LibraryImport(Library)]
    public static partial void cairo_scale(nint cairo, double x, double y);
}
