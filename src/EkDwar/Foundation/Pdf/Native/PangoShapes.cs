namespace EkDwar.Foundation.Pdf.Native;

// The structures of pango-item.h, pango-glyph.h and pango-glyph-item.h as they stand since Pango 1.50,
// cut after the last field we read; they are only ever read through Pango's own pointers.

struct PangoRectangle
{
    public int X, Y, Width, Height;
}

unsafe struct PangoGlyphItem
{
    public PangoItem* Item;
    public PangoGlyphString* Glyphs;
}

struct PangoItem
{
    public int Offset, Length, CharacterCount;
    public nint ShapeEngine, LanguageEngine, Font;
}

unsafe struct PangoGlyphString
{
    public int Count;
    public PangoGlyph* Glyphs;
    public int* ByteOffsets;
}

struct PangoGlyph
{
    public uint Id;
    public int Width, OffsetX, OffsetY;
    public uint Flags;
}

struct PangoAttribute
{
    public nint Class;
    public uint Start, End;
}
