namespace EkDwar.Foundation.Files;

/// <summary>
/// Unpacks the streams that hold a PDF's own structure: plain or Flate, with or without a PNG predictor
/// (ISO 32000-1, 7.4.4). Streams of content (pictures, fonts, page drawings) are never unpacked.
/// </summary>
static class PdfStreams
{
    const int MaxLength = 16 * 1024 * 1024;

    /// <summary>The plain bytes; null when another filter is used or they go beyond 16 MB.</summary>
    public static byte[]? Unpack(PdfValue.Dictionary about, ReadOnlyMemory<byte> from, PdfWork work)
    {
        switch (Only(about["Filter"]))
        {
            case null:
                // Without a filter only a length given on the spot tells where the stream ends.
                if (about.NumberOf("Length") is not { } length || length > from.Length) return null;
                work.Spend(length);
                return from[..(int)length].ToArray();
            case PdfValue.Name { Text: "FlateDecode" or "Fl" }:
                var isWithin = Inflation.TryUnpack(from, MaxLength, out var plain, out var taken);
                // Packed bytes count too: a file can hold many that unpack to nothing.
                work.Spend(taken + plain.Length);
                if (!isWithin) work.UseUp();
                if (work.IsUsedUp) return null;
                return Only(about["DecodeParms"]) is PdfValue.Dictionary how ? Unpredict(plain, how) : plain;
            default:
                return null;
        }
    }

    static PdfValue? Only(PdfValue? value) => value is PdfValue.List { Items: [var item] } ? item : value;

    static byte[]? Unpredict(byte[] rows, PdfValue.Dictionary how)
    {
        if (how.NumberOf("Predictor") is null or 1) return rows;
        if (how.NumberOf("Predictor") < 10 || how.NumberOf("Colors") is not (null or 1) || how.NumberOf("BitsPerComponent") is not (null or 8)) return null;
        var columns = how.NumberOf("Columns") ?? 1;
        if (columns is < 1 or > 4096) return null;
        var width = (int)columns;
        var plain = new byte[rows.Length / (width + 1) * width];
        ReadOnlySpan<byte> above = new byte[width];
        for (var row = 0; (row + 1) * (width + 1) <= rows.Length; row++)
        {
            var target = plain.AsSpan(row * width, width);
            UnpredictRow(rows.AsSpan(row * (width + 1), width + 1), above, target);
            above = target;
        }
        return plain;
    }

    static void UnpredictRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            int left = i == 0 ? 0 : target[i - 1], up = above[i], corner = i == 0 ? 0 : above[i - 1];
            var guess = row[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => 0 };
            target[i] = unchecked((byte)(row[i + 1] + guess));
        }
    }

    static int Nearest(int left, int up, int corner)
    {
        int sum = left + up - corner, byLeft = Math.Abs(sum - left), byUp = Math.Abs(sum - up), byCorner = Math.Abs(sum - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
