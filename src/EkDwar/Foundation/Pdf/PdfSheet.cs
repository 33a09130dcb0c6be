using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// The page being drawn, in points from its top left corner. Order of drawing is the order of reading. Everything drawn
/// belongs within a <see cref="PdfTag"/>, except lines that only decorate.
/// </summary>
public sealed class PdfSheet
{
    readonly nint cairo;
    readonly PdfFonts fonts;
    readonly List<TextBlock> blocks = [];
    readonly List<PdfTag> tags = [];

    internal PdfSheet(nint cairo, PdfFonts fonts, PdfPaper paper) => (this.cairo, this.fonts, Paper) = (cairo, fonts, paper);

    public PdfPaper Paper { get; }
    public int PageNumber { get; private set; } = 1;

    /// <summary>In the order they were begun, over all pages.</summary>
    internal IReadOnlyList<PdfTag> Tags => tags;

    /// <summary>Breaks and measures a text without drawing it. Throws <see cref="GlyphsMissing"/>.</summary>
    public TextBlock Text(PdfText text, TextStyle style, double width)
    {
        var block = new TextBlock(fonts, text, style, width);
        blocks.Add(block);
        return block;
    }

    public void Tag(PdfTag tag, Action draw)
    {
        tags.Add(tag);
        Cairo.cairo_tag_begin(cairo, tag.Name, tag.CairoAttributes);
        draw();
        Cairo.cairo_tag_end(cairo, tag.Name);
    }

    /// <summary>Draws a whole block with its top left corner here.</summary>
    public void Put(TextBlock block, double x, double y) => Put(block, x, y, 0, block.Lines.Count);

    /// <summary>Draws some of a block's lines, the first one's top at y.</summary>
    public void Put(TextBlock block, double x, double y, int from, int to)
    {
        Dip(block.Ink);
        WordPainter.Paint(cairo, block, x, y, from, to);
    }

    public void Line(double x1, double y1, double x2, double y2, double width, Ink ink)
    {
        Dip(ink);
        Cairo.cairo_set_line_width(cairo, width);
        Cairo.cairo_move_to(cairo, x1, y1);
        Cairo.cairo_line_to(cairo, x2, y2);
        Cairo.cairo_stroke(cairo);
    }

    public void Fill(double x, double y, double width, double height, Ink ink)
    {
        Dip(ink);
        Cairo.cairo_rectangle(cairo, x, y, width, height);
        Cairo.cairo_fill(cairo);
    }

    /// <summary>The outline of a door: a box whose upper corners are round.</summary>
    public void Door(double x, double y, double width, double height, double radius, double lineWidth)
    {
        Dip(default);
        Cairo.cairo_set_line_width(cairo, lineWidth);
        Cairo.cairo_move_to(cairo, x, y + height);
        Cairo.cairo_arc(cairo, x + radius, y + radius, radius, Math.PI, 1.5 * Math.PI);
        Cairo.cairo_arc(cairo, x + width - radius, y + radius, radius, 1.5 * Math.PI, 2 * Math.PI);
        Cairo.cairo_line_to(cairo, x + width, y + height);
        Cairo.cairo_close_path(cairo);
        Cairo.cairo_stroke(cairo);
    }

    /// <summary>The house's mark in black: an arch, its leaf half open, and the threshold.</summary>
    public void DoorMark(double x, double y, double width, double height)
    {
        var (stroke, middle, radius) = (width / 9, x + width / 2, width / 2);
        Dip(default);
        Cairo.cairo_set_line_width(cairo, stroke);
        Cairo.cairo_move_to(cairo, x, y + height);
        Cairo.cairo_arc(cairo, middle, y + radius, radius, Math.PI, 2 * Math.PI);
        Cairo.cairo_line_to(cairo, x + width, y + height);
        Cairo.cairo_stroke(cairo);
        var leaf = radius - 2 * stroke;
        Cairo.cairo_move_to(cairo, middle - leaf, y + height);
        Cairo.cairo_arc(cairo, middle, y + radius, leaf, Math.PI, 1.5 * Math.PI);
        Cairo.cairo_line_to(cairo, middle, y + height);
        Cairo.cairo_fill(cairo);
        Line(x - 2 * stroke, y + height, x + width + 2 * stroke, y + height, stroke, default);
    }

    /// <summary>Draws the modules alone; leave four modules of white around (ISO/IEC 18004).</summary>
    public void Qr(QrSymbol symbol, double x, double y, double size)
    {
        Dip(default);
        QrPainter.Paint(cairo, symbol, x, y, size);
    }

    /// <summary>A JPEG as large as fits into this box, in its middle; its bytes stand in the file as they are.</summary>
    public void Picture(byte[] jpeg, double x, double y, double width, double height) => PicturePainter.Paint(cairo, jpeg, x, y, width, height);

    public void NextPage()
    {
        Cairo.cairo_show_page(cairo);
        PageNumber++;
    }

    internal void Finish()
    {
        Cairo.cairo_show_page(cairo);
        Release();
    }

    internal void Release()
    {
        foreach (var block in blocks) block.Dispose();
        blocks.Clear();
    }

    void Dip(Ink ink) => Cairo.cairo_set_source_rgb(cairo, ink.Red / 255.0, ink.Green / 255.0, ink.Blue / 255.0);
}
