using System.Runtime.InteropServices;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Puts a JPEG on a page without decoding it: cairo writes its bytes into the file as they are. Only for pictures the house
/// drew itself; what came from outside is drawn anew before.
/// </summary>
static unsafe class PicturePainter
{
    public static void Paint(nint cairo, byte[] jpeg, double x, double y, double width, double height)
    {
        var (across, down) = Size(jpeg);
        var scale = Math.Min(width / across, height / down);
        // Of the surface cairo asks for the size alone.
        var surface = CairoMasks.cairo_image_surface_create(CairoPictures.Opaque, across, down);
        Give(surface, jpeg);
        CairoMasks.cairo_save(cairo);
        CairoMasks.cairo_translate(cairo, x + (width - across * scale) / 2, y + (height - down * scale) / 2);
        CairoMasks.cairo_scale(cairo, scale, scale);
        CairoPictures.cairo_set_source_surface(cairo, surface, 0, 0);
        CairoPictures.cairo_paint(cairo);
        CairoMasks.cairo_restore(cairo);
        Cairo.cairo_surface_destroy(surface);
    }

    // The file is written when the page is done: until then, and no longer, cairo keeps the copy.
    static void Give(nint surface, byte[] jpeg)
    {
        var copy = (byte*)NativeMemory.Alloc((nuint)jpeg.Length);
        jpeg.CopyTo(new Span<byte>(copy, jpeg.Length));
        if (CairoPictures.cairo_surface_set_mime_data(surface, CairoPictures.Jpeg, copy, new CULong((nuint)jpeg.Length), &CairoPictures.Free, (nint)copy) == 0) return;
        NativeMemory.Free(copy);
        throw new InvalidOperationException("cairo did not take the picture");
    }

    static (int Width, int Height) Size(byte[] jpeg) =>
        PaperCheck.Inspect(jpeg) is { IsAccepted: true, Paper: { Kind: PaperKind.Jpeg } picture } ? (picture.Width, picture.Height) : throw new ArgumentException("That is no JPEG", nameof(jpeg));
}
