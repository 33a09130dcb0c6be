using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EkDwar.Foundation.Pdf.Native;

/// <summary>The calls of cairo that paint a picture whose compressed bytes go into the file unchanged.</summary>
static unsafe partial class CairoPictures
{
    const string Library = PdfParts.CairoLibrary;

    /// <summary>CAIRO_FORMAT_RGB24: nothing of it is transparent.</summary>
    public const int Opaque = 1;

    /// <summary>CAIRO_MIME_TYPE_JPEG.</summary>
    public const string Jpeg = "image/jpeg";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int cairo_surface_set_mime_data(nint surface, string type, byte* data, CULong length, delegate* unmanaged[Cdecl]<nint, void> destroy, nint closure);

    [LibraryImport(Library)]
    public static partial void cairo_set_source_surface(nint cairo, nint surface, double x, double y);

    [LibraryImport(Library)]
    public static partial void cairo_paint(nint cairo);

    /// <summary>Lets the copy of a picture's bytes go.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Free(nint copy) => NativeMemory.Free((void*)copy);
}
