namespace EkDwar.Foundation.Files;

/// <summary>One row of a cross-reference stream: three numbers of so many bytes each (ISO 32000-1, table 18).</summary>
readonly record struct PdfCrossReferenceRow(int Kind, int Second, int Third)
{
    public int Length => Kind + Second + Third;

    public PdfPlace Read(ReadOnlySpan<byte> row)
    {
        var kind = Kind == 0 ? 1 : Number(row[..Kind]);
        var where = Number(row.Slice(Kind, Second));
        return kind switch
        {
            1 when where > 0 => new PdfPlace(PdfPlaceKind.InFile, where),
            2 => new PdfPlace(PdfPlaceKind.InStream, where),
            _ => PdfPlace.Free,
        };
    }

    static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var b in bytes) number = unchecked(number << 8 | b);
        return number < 0 ? long.MaxValue : number;
    }
}
