using EkDwar.Foundation.Pdf.Native;

namespace EkDwar.Foundation.Pdf;

/// <summary>The glyphs of one run, gathered into one cluster a word and one a space between.</summary>
sealed unsafe class WordClusters
{
    const byte Space = (byte)' ';

    int byteStart;
    int glyphStart;
    int lastWide = -1;

    public WordClusters(PangoGlyphString* run, ReadOnlySpan<byte> text, double x, double y)
    {
        Glyphs = new CairoGlyph[run->Count];
        // Every cluster takes at least one byte, so there are never more clusters than bytes.
        Clusters = new CairoCluster[text.Length];
        for (var i = 0; i < run->Count; i++)
        {
            var at = run->ByteOffsets[i];
            var atBoundary = text[at] == Space || (at > 0 && text[at - 1] == Space);
            if (atBoundary && at > byteStart) Close(at);
            Add(run->Glyphs[i], x, y);
            x += run->Glyphs[i].Width / Pango.Scale;
        }
        Close(text.Length);
    }

    public CairoGlyph[] Glyphs { get; }
    public CairoCluster[] Clusters { get; }
    public int GlyphCount { get; private set; }
    public int ClusterCount { get; private set; }

    void Add(in PangoGlyph glyph, double x, double y)
    {
        if (glyph.Id == Pango.EmptyGlyph) return;
        if (glyph.Width > 0) lastWide = GlyphCount;
        Glyphs[GlyphCount++] = new CairoGlyph
        {
            Id = glyph.Id,
            X = x + glyph.OffsetX / Pango.Scale,
            Y = y + glyph.OffsetY / Pango.Scale,
        };
    }

    void Close(int byteEnd)
    {
        if (byteEnd == byteStart && GlyphCount == glyphStart) return;
        MoveLastWideToEnd();
        Clusters[ClusterCount++] = new CairoCluster { Bytes = byteEnd - byteStart, Glyphs = GlyphCount - glyphStart };
        (byteStart, glyphStart, lastWide) = (byteEnd, GlyphCount, -1);
    }

    // Readers place the end of a word after its last glyph: a mark without width there would swallow the space.
    void MoveLastWideToEnd()
    {
        if (lastWide < 0 || lastWide == GlyphCount - 1) return;
        var wide = Glyphs[lastWide];
        Array.Copy(Glyphs, lastWide + 1, Glyphs, lastWide, GlyphCount - lastWide - 1);
        Glyphs[GlyphCount - 1] = wide;
    }
}
