using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Files;

namespace EkDwar.Tests.Foundation.Drawing;

/// <summary>Writes PNGs interlaced (Adam7), their rows filtered in turn in each of the five ways; by the pattern the standard prints.</summary>
static class Interlacing
{
    // W3C PNG, 8.2: which pass each pixel of an 8 × 8 square belongs to.
    static readonly string[] Pattern = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];

    /// <param name="pixel">its samples; of fewer than eight bits, one small number</param>
    public static byte[] Of(byte colour, byte depth, int width, int height, Func<int, int, byte[]> pixel, params byte[][] chunks)
    {
        var header = Samples.PngHeaderChunk(width, height, depth, colour)[8..^4];
        header[12] = 1;
        var bytes = new List<byte>();
        for (var pass = '1'; pass <= '7'; pass++)
        {
            byte[]? above = null;
            for (var y = 0; y < height; y++)
            {
                var inRow = Enumerable.Range(0, width).Where(x => Pattern[y % 8][x % 8] == pass).Select(x => pixel(x, y)).ToList();
                if (inRow.Count == 0) continue;
                var row = depth >= 8 ? [.. inRow.SelectMany(samples => samples)] : Packed(inRow, depth);
                bytes.AddRange(Filtered(row, above ?? new byte[row.Length], (byte)(bytes.Count % 5), Math.Max(1, depth < 8 ? 1 : inRow[0].Length)));
                above = row;
            }
        }
        return [.. PngWalk.Signature, .. Samples.Chunk("IHDR", header), .. chunks.SelectMany(chunk => chunk), .. Samples.Chunk("IDAT", Samples.Zlib([.. bytes])), .. Samples.Chunk("IEND")];
    }

    static byte[] Packed(List<byte[]> samples, int depth)
    {
        var bits = string.Concat(samples.Select(sample => Convert.ToString(sample[0], 2).PadLeft(depth, '0')));
        return [.. bits.Chunk(8).Select(chunk => Convert.ToByte(new string(chunk).PadRight(8, '0'), 2))];
    }

    static byte[] Filtered(byte[] row, byte[] above, byte filter, int pixel)
    {
        byte At(byte[] of, int i) => i < 0 ? (byte)0 : of[i];
        var filtered = row.Select((value, i) =>
        {
            int a = At(row, i - pixel), b = above[i], c = At(above, i - pixel), p = a + b - c;
            var nearest = new[] { a, b, c }.MinBy(candidate => Math.Abs(p - candidate));
            return (byte)(value - filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => nearest, _ => 0 });
        });
        return [filter, .. filtered];
    }
}
