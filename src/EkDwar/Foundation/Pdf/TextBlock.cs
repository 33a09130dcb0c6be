using System.Runtime.InteropServices;
using System.Text;
using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// A text laid out to a width: its lines are broken and measured, in points, but it has no place yet. Belongs to the
/// sheet that made it and dies with it. Throws <see cref="GlyphsMissing"/> when our fonts cannot draw all of it.
/// </summary>
public sealed unsafe class TextBlock : IDisposable
{
    readonly List<TextLine> lines = [];

    internal TextBlock(PdfFonts fonts, PdfText text, TextStyle style, double width)
    {
        Ink = style.Ink;
        Layout = PangoLayouts.pango_layout_new(fonts.Context(text.Language));
        try
        {
            Fill(text, style, width);
            RefuseMissingGlyphs();
            Measure(style.Leading);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public double Height => lines[^1].Bottom;
    public double Width { get; private set; }

    /// <summary>Never empty: a text without words is one empty line.</summary>
    public IReadOnlyList<TextLine> Lines => lines;

    internal nint Layout { get; private set; }
    internal Ink Ink { get; }

    public void Dispose()
    {
        if (Layout != 0) PangoFontMaps.g_object_unref(Layout);
        Layout = 0;
    }

    void Fill(PdfText text, TextStyle style, double width)
    {
        var bytes = new List<byte>();
        var attributes = Pango.pango_attr_list_new();
        foreach (var run in text.Runs)
        {
            var start = bytes.Count;
            bytes.AddRange(Encoding.UTF8.GetBytes(PdfText.Printable(run.Text)));
            if (!run.IsBold) continue;
            var bold = Pango.pango_attr_weight_new(Pango.WeightBold);
            (bold->Start, bold->End) = ((uint)start, (uint)bytes.Count);
            Pango.pango_attr_list_insert(attributes, bold);
        }
        fixed (byte* first = CollectionsMarshal.AsSpan(bytes))
            PangoLayouts.pango_layout_set_text(Layout, first, bytes.Count);
        PangoLayouts.pango_layout_set_attributes(Layout, attributes);
        Pango.pango_attr_list_unref(attributes);
        SetFont(style);
        PangoLayouts.pango_layout_set_width(Layout, (int)(width * Pango.Scale));
        PangoLayouts.pango_layout_set_wrap(Layout, Pango.WrapWordOrCharacter);
        PangoLayouts.pango_layout_set_alignment(Layout, (int)style.Side);
        PangoLayouts.pango_layout_set_auto_dir(Layout, 0);
    }

    void SetFont(TextStyle style)
    {
        var font = Pango.pango_font_description_new();
        Pango.pango_font_description_set_family(font, PdfFonts.Families);
        if (style.IsBold) Pango.pango_font_description_set_weight(font, Pango.WeightBold);
        Pango.pango_font_description_set_absolute_size(font, style.Size * Pango.Scale);
        PangoLayouts.pango_layout_set_font_description(Layout, font);
        Pango.pango_font_description_free(font);
    }

    void RefuseMissingGlyphs()
    {
        var missing = new StringBuilder();
        if (PangoLayouts.pango_layout_get_unknown_glyphs_count(Layout) > 0) missing.Append(UndrawnCharacters.In(Layout));
        // A lone surrogate reaches us as the replacement character: nobody's name is written so.
        var text = Marshal.PtrToStringUTF8((nint)PangoLayouts.pango_layout_get_text(Layout))!;
        if (text.Contains('\uFFFD')) missing.Append('\uFFFD');
        if (missing.Length > 0) throw new GlyphsMissing(missing.ToString());
    }

    void Measure(double leading)
    {
        PangoLayouts.pango_layout_get_size(Layout, out var width, out _);
        Width = width / Pango.Scale;
        var iterator = PangoLayouts.pango_layout_get_iter(Layout);
        var shift = 0.0;
        do
        {
            PangoLayouts.pango_layout_iter_get_line_yrange(iterator, out var top, out var bottom);
            var baseline = PangoLayouts.pango_layout_iter_get_baseline(iterator);
            lines.Add(new TextLine(top / Pango.Scale + shift, baseline / Pango.Scale + shift, bottom / Pango.Scale + shift, baseline));
            shift += (leading - 1) * (bottom - top) / Pango.Scale;
        }
        while (PangoLayouts.pango_layout_iter_next_line(iterator) != 0);
        PangoLayouts.pango_layout_iter_free(iterator);
    }
}

/// <summary>One line of a block: where it begins, stands and ends below the block's top, in points.</summary>
public readonly record struct TextLine(double Top, double Baseline, double Bottom, int PangoBaseline);
