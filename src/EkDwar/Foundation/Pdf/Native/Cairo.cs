using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls of cairo that make a PDF. Names are cairo's own: https://www.cairographics.org/manual/</summary>
static unsafe partial class Cairo
{
    const string Library = PdfParts.CairoLibrary;

    /// <summary>CAIRO_PDF_VERSION_1_5: below it cairo leaves out ActualText, without which Indic words cannot be read out.</summary>
    public const int Version15 = 1;

    public const int MetadataTitle = 0;
    public const int MetadataAuthor = 1;
    public const int MetadataCreator = 4;
    public const int MetadataCreateDate = 5;
    public const int MetadataModDate = 6;

    const int WriteError = 11;

    [LibraryImport(Library)]
    public static partial nint cairo_pdf_surface_create_for_stream(
        delegate* unmanaged[Cdecl]<nint, byte*, uint, int> write, nint closure, double width, double height);

    [LibraryImport(Library)]
    public static partial void cairo_pdf_surface_restrict_to_version(nint surface, int version);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void cairo_pdf_surface_set_metadata(nint surface, int metadata, string text);

    [LibraryImport(Library)]
    public static partial void cairo_surface_finish(nint surface);

    [LibraryImport(Library)]
    public static partial int cairo_surface_status(nint surface);

    [LibraryImport(Library)]
    public static partial void cairo_surface_destroy(nint surface);

    [LibraryImport(Library)]
    public static partial nint cairo_create(nint surface);

    [LibraryImport(Library)]
    public static partial int cairo_status(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_destroy(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_show_page(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_set_source_rgb(nint cairo, double red, double green, double blue);

    [LibraryImport(Library)]
    public static partial void cairo_set_line_width(nint cairo, double width);

    [LibraryImport(Library)]
    public static partial void cairo_move_to(nint cairo, double x, double y);

    [LibraryImport(Library)]
    public static partial void cairo_line_to(nint cairo, double x, double y);

    [LibraryImport(Library)]
    public static partial void cairo_arc(nint cairo, double x, double y, double radius, double from, double to);

    [LibraryImport(Library)]
    public static partial void cairo_close_path(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_rectangle(nint cairo, double x, double y, double width, double height);

    [LibraryImport(Library)]
    public static partial void cairo_fill(nint cairo);

    [LibraryImport(Library)]
    public static partial void cairo_stroke(nint cairo);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void cairo_tag_begin(nint cairo, string tag, string? attributes);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void cairo_tag_end(nint cairo, string tag);

    [LibraryImport(Library)]
    public static partial void cairo_set_scaled_font(nint cairo, nint font);

    [LibraryImport(Library)]
    public static partial void cairo_show_text_glyphs(
        nint cairo, byte* text, int length, CairoGlyph* glyphs, int glyphCount, CairoCluster* clusters, int clusterCount, int flags);

    /// <summary>Receives the file as cairo writes it; the closure is a GCHandle of a MemoryStream.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Write(nint closure, byte* data, uint length)
    {
        try
        {
            ((MemoryStream)GCHandle.FromIntPtr(closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
            return 0;
        }
        catch (Exception problem) when (problem is IOException or OutOfMemoryException or NotSupportedException)
        {
            // An exception must not cross into native code; cairo carries the status to the end.
            return WriteError;
        }
    }
}

struct CairoGlyph
{
    public nuint Id;
    public double X, Y;
}

struct CairoCluster
{
    public int Bytes, Glyphs;
}
