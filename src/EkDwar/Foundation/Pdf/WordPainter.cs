using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Draws a laid-out text word by word. Pango's own drawing marks text letter by letter, so that readers of the PDF break
/// Indic words ('दे ण्यात'); one cairo cluster a word, ending on a glyph with width, gives whole words and the same picture.
/// </summary>
static unsafe class WordPainter
{
    /// <summary>Draws the lines <paramref name="from"/> up to <paramref name="to"/>, the first line's top at y.</summary>
    public static void Paint(nint cairo, TextBlock block, double x, double y, int from, int to)
    {
        var iterator = PangoLayouts.pango_layout_get_iter(block.Layout);
        var text = PangoLayouts.pango_layout_get_text(block.Layout);
        var line = 0;
        do
        {
            var baseline = PangoLayouts.pango_layout_iter_get_baseline(iterator);
            while (block.Lines[line].PangoBaseline != baseline) line++;
            var run = PangoLayouts.pango_layout_iter_get_run_readonly(iterator);
            if (run == null || line < from || line >= to) continue;
            PangoRectangle extent;
            PangoLayouts.pango_layout_iter_get_run_extents(iterator, null, &extent);
            PaintRun(cairo, run, text, x + extent.X / Pango.Scale, y + block.Lines[line].Baseline - block.Lines[from].Top);
        }
        while (PangoLayouts.pango_layout_iter_next_run(iterator) != 0);
        PangoLayouts.pango_layout_iter_free(iterator);
    }

    static void PaintRun(nint cairo, PangoGlyphItem* run, byte* text, double x, double y)
    {
        var font = run->Item->Font;
        if (!PdfFonts.IsOurs(UndrawnCharacters.FamilyOf(font)))
            throw new InvalidOperationException("a font that is not ours was chosen");
        var bytes = new ReadOnlySpan<byte>(text + run->Item->Offset, run->Item->Length);
        var words = new WordClusters(run->Glyphs, bytes, x, y);
        Cairo.cairo_set_scaled_font(cairo, PangoFontMaps.pango_cairo_font_get_scaled_font(font));
        fixed (byte* first = bytes)
        fixed (CairoGlyph* glyphs = words.Glyphs)
        fixed (CairoCluster* clusters = words.Clusters)
            Cairo.cairo_show_text_glyphs(cairo, first, bytes.Length, glyphs, words.GlyphCount, clusters, words.ClusterCount, 0);
    }
}
