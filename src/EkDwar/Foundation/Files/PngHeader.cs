using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Files;

/// <summary>The header of a PNG: size in pixels, and how many bytes its pixels must unpack to (W3C PNG, 7.2 and 11.2.1).</summary>
sealed record PngHeader(int Width, int Height, int BitsPerPixel, bool NeedsPalette, bool IsInterlaced)
{
    public const long MaxUnpackedLength = 4 * PaperCheck.MaxPixels;

    /// <summary>An interlaced picture has to be unpacked as a whole before it can be shown.</summary>
    public const long MaxInterlacedLength = 64 * 1024 * 1024;

    // Adam7: first column, first row, step across, step down of the seven passes.
    public static readonly (int X, int Y, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public long UnpackedLength => IsInterlaced
        ? Passes.Sum(pass => Length(SizeOf(pass).Width, SizeOf(pass).Height))
        : Length(Width, Height);

    /// <summary>Pixels of one pass; a small picture has none in some.</summary>
    public (int Width, int Height) SizeOf((int X, int Y, int Across, int Down) pass) =>
        ((int)(((long)Width - pass.X + pass.Across - 1) / pass.Across), (int)(((long)Height - pass.Y + pass.Down - 1) / pass.Down));

    /// <summary>Bytes of a row of so many pixels, without the number of its filter.</summary>
    public int RowLength(int columns) => (int)(((long)columns * BitsPerPixel + 7) / 8);

    public static bool TryRead(ReadOnlySpan<byte> content, [NotNullWhen(true)] out PngHeader? header)
    {
        header = null;
        if (content.Length != 13 || content[10] != 0 || content[11] != 0 || content[12] > 1) return false;
        var width = BinaryPrimitives.ReadInt32BigEndian(content);
        var height = BinaryPrimitives.ReadInt32BigEndian(content[4..]);
        var depth = content[8];
        var samples = (content[9], depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => 1,
            (2, 8 or 16) => 3,
            (3, 1 or 2 or 4 or 8) => 1,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
        if (width <= 0 || height <= 0 || samples == 0) return false;
        header = new PngHeader(width, height, samples * depth, content[9] == 3, content[12] == 1);
        return true;
    }

    // Each row is preceded by the number of its filter; a pass without pixels has no rows at all.
    long Length(long columns, long rows) => columns <= 0 || rows <= 0 ? 0 : rows * (1 + (columns * BitsPerPixel + 7) / 8);
}
