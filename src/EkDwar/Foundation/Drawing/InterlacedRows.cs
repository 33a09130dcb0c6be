using System.IO.Compression;
using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Drawing;

/// <summary>
/// Puts the pixels of an interlaced PNG (Adam7; W3C PNG, 8.2) into the rows a PDF can read: seven small pictures become one,
/// pixel for pixel. Of a picture that PaperCheck took, whose pixels unpack to what its header says.
/// </summary>
static class InterlacedRows
{
    /// <summary>The rows one after the other, unfiltered, packed again; null when they are not as the header says.</summary>
    public static ReadOnlyMemory<byte>? Straight(PngHeader header, IReadOnlyList<ReadOnlyMemory<byte>> packed)
    {
        if (header.UnpackedLength > PngHeader.MaxInterlacedLength) return null;
        var passes = new byte[header.UnpackedLength];
        try
        {
            using var unpacked = new ZLibStream(new JoinedStream(packed), CompressionMode.Decompress);
            unpacked.ReadExactly(passes);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
        var row = 1 + header.RowLength(header.Width);
        var rows = new byte[(long)row * header.Height];
        var at = 0;
        foreach (var pass in PngHeader.Passes)
        {
            var (width, height) = header.SizeOf(pass);
            if (width == 0 || height == 0) continue;
            var length = header.RowLength(width);
            if (!Unfilter(passes.AsSpan(at, (1 + length) * height), length, Math.Max(1, header.BitsPerPixel / 8))) return null;
            for (var y = 0; y < height; y++, at += 1 + length)
                Spread(header.BitsPerPixel, passes.AsSpan(at + 1, length), rows.AsSpan((pass.Y + y * pass.Down) * row + 1, row - 1), (width, pass.X, pass.Across));
        }
        var straight = new MemoryStream();
        using (var pack = new ZLibStream(straight, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(rows);
        return straight.GetBuffer().AsMemory(0, (int)straight.Length);
    }

    static void Spread(int bits, ReadOnlySpan<byte> from, Span<byte> to, (int Width, int X, int Across) pass)
    {
        for (var i = 0; i < pass.Width; i++)
        {
            var x = pass.X + i * pass.Across;
            if (bits >= 8)
            {
                var bytes = bits / 8;
                from.Slice(i * bytes, bytes).CopyTo(to[(x * bytes)..]);
                continue;
            }
            // The leftmost pixel of a byte is in its highest bits.
            var value = from[i * bits / 8] >> (8 - bits - i * bits % 8) & ((1 << bits) - 1);
            to[x * bits / 8] |= (byte)(value << (8 - bits - x * bits % 8));
        }
    }

    /// <summary>Takes the filters of the rows off, in place (W3C PNG, 9.2).</summary>
    static bool Unfilter(Span<byte> rows, int length, int pixel)
    {
        ReadOnlySpan<byte> above = new byte[length];
        for (var start = 0; start < rows.Length; start += 1 + length)
        {
            var row = rows.Slice(start + 1, length);
            if (rows[start] > 4) return false;
            for (var i = 0; i < length; i++)
            {
                var (left, corner) = i < pixel ? (0, 0) : (row[i - pixel], above[i - pixel]);
                row[i] += (byte)(rows[start] switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, 4 => Paeth(left, above[i], corner), _ => 0 });
            }
            above = row;
        }
        return true;
    }

    static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
