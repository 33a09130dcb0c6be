using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Draws a QR code as a stencil of one bit a module, sharp at every size. Not as rectangles: a thousand of them take half
/// the time of a whole certificate and a third of its file.
/// </summary>
static unsafe class QrPainter
{
    public static void Paint(nint cairo, QrSymbol symbol, double x, double y, double size)
    {
        var stencil = CairoMasks.cairo_image_surface_create(CairoMasks.OneBit, symbol.Modules, symbol.Modules);
        Fill(stencil, symbol);
        var pattern = CairoMasks.cairo_pattern_create_for_surface(stencil);
        CairoMasks.cairo_pattern_set_filter(pattern, CairoMasks.Sharp);
        CairoMasks.cairo_save(cairo);
        CairoMasks.cairo_translate(cairo, x, y);
        CairoMasks.cairo_scale(cairo, size / symbol.Modules, size / symbol.Modules);
        CairoMasks.cairo_mask(cairo, pattern);
        CairoMasks.cairo_restore(cairo);
        CairoMasks.cairo_pattern_destroy(pattern);
        Cairo.cairo_surface_destroy(stencil);
    }

    static void Fill(nint stencil, QrSymbol symbol)
    {
        var stride = CairoMasks.cairo_image_surface_get_stride(stencil);
        var data = new Span<byte>(CairoMasks.cairo_image_surface_get_data(stencil), stride * symbol.Modules);
        for (var row = 0; row < symbol.Modules; row++)
            for (var column = 0; column < symbol.Modules; column++)
                if (symbol.IsDark(column, row)) data[row * stride + column / 8] |= (byte)(1 << column % 8);
        CairoMasks.cairo_surface_mark_dirty(stencil);
    }
}
