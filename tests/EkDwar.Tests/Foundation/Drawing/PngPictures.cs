using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Files;

namespace EkDwar.Tests.Foundation.Drawing;

/// <summary>PNGs of four flat quarters, each kind of PNG saying the same: colours at their ends, so that nothing is rounded.</summary>
static class PngPictures
{
    const int Width = 64, Height = 32;

    /// <summary>Red, green; blue, black.</summary>
    public static readonly (byte R, byte G, byte B)[,] Quarters = Picture((255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0));

    static readonly (byte R, byte G, byte B)[,] Greys = Picture((0, 0, 0), (255, 255, 255), (0, 0, 0), (255, 255, 255));

    /// <summary>In each, the last quarter but one is not there at all, where the kind knows such a thing.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> All = new Dictionary<string, byte[]>
    {
        ["grey"] = Png(0, 8, (x, y) => [Greys[y, x].R]),
        ["grey with a colour that is not there"] = Png(0, 8, (x, y) => [IsThird(x, y) ? (byte)77 : Greys[y, x].R], Samples.Chunk("tRNS", 0, 77)),
        ["grey with opacity"] = Png(4, 8, (x, y) => [Greys[y, x].R, Opacity(x, y)]),
        ["colour"] = Png(2, 8, (x, y) => Rgb(Quarters[y, x])),
        ["colour with a colour that is not there"] = Png(2, 8, (x, y) => Rgb(Quarters[y, x]), Samples.Chunk("tRNS", 0, 0, 0, 0, 0, 255)),
        ["colour of sixteen bits"] = Png(2, 16, (x, y) => [.. Rgb(Quarters[y, x]).SelectMany(b => new[] { b, b })]),
        ["colour with opacity"] = Png(6, 8, (x, y) => [.. Rgb(Quarters[y, x]), Opacity(x, y)]),
        ["palette"] = Png(3, 8, (x, y) => [Index(x, y)], Palette),
        ["colour, interlaced"] = Interlacing.Of(2, 8, Width, Height, (x, y) => Rgb(Quarters[y, x])),
        ["palette of four bits, interlaced"] = Interlacing.Of(3, 4, Width, Height, (x, y) => [Index(x, y)], Palette),
        ["palette with opacity"] = Png(3, 8, (x, y) => [Index(x, y)], Palette, Samples.Chunk("tRNS", 255, 255, 0)),
    };

    static byte[] Palette => Samples.Chunk("PLTE", 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0);

    /// <summary>The four quarters of a kind as somebody reads them who sees white where nothing is.</summary>
    public static string[] Colours(string kind)
    {
        var hasHole = kind.Contains("opacity", StringComparison.Ordinal) || kind.Contains("not there", StringComparison.Ordinal);
        string[] colours = kind.StartsWith("grey", StringComparison.Ordinal) ? ["black", "white", "black", "white"] : ["red", "green", "blue", "black"];
        return [colours[0], colours[1], hasHole ? "white" : colours[2], colours[3]];
    }

    /// <summary>The colour in the middle of each quarter of a drawn picture.</summary>
    public static async Task<IEnumerable<string>> Seen(Paper drawn)
    {
        var sheet = JpegSheet.Read(drawn.Bytes)!.ToPdf();
        var unpacked = await new Confinement(ConfinedLimits.OfAPage).Run(sheet, "pdftoppm", "-q", "-r", "72", "-");
        // P6, width, height and 255 in a line each, then three bytes a pixel.
        var pixels = unpacked.Output[^(drawn.Width * drawn.Height * 3)..];
        return from y in new[] { drawn.Height / 4, drawn.Height * 3 / 4 }
               from x in new[] { drawn.Width / 4, drawn.Width * 3 / 4 }
               let at = 3 * (y * drawn.Width + x)
               select Name(pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    static string Name(byte r, byte g, byte b) => (r > 200, g > 200, b > 200, Math.Max(r, Math.Max(g, b)) < 56) switch
    {
        (true, true, true, _) => "white",
        (true, false, false, _) => "red",
        (false, true, false, _) => "green",
        (false, false, true, _) => "blue",
        (_, _, _, true) => "black",
        _ => $"{r} {g} {b}",
    };

    public static byte[] Rgb((byte R, byte G, byte B)[,] picture, params byte[][] chunks) =>
        Of(2, 8, picture.GetLength(1), picture.GetLength(0), (x, y) => Rgb(picture[y, x]), chunks);

    /// <summary>How a camera of this EXIF orientation stores what is to be shown upright as this.</summary>
    public static (byte R, byte G, byte B)[,] Turned((byte R, byte G, byte B)[,] upright, int orientation)
    {
        int height = upright.GetLength(0), width = upright.GetLength(1);
        var (rows, columns) = orientation >= 5 ? (width, height) : (height, width);
        var stored = new (byte, byte, byte)[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                // Where row 0 and column 0 are, in the words of the EXIF standard.
                stored[row, column] = orientation switch
                {
                    2 => upright[row, width - 1 - column], // top, right
                    3 => upright[height - 1 - row, width - 1 - column], // bottom, right
                    4 => upright[height - 1 - row, column], // bottom, left
                    5 => upright[column, row], // left, top
                    6 => upright[column, width - 1 - row], // right, top
                    7 => upright[height - 1 - column, width - 1 - row], // right, bottom
                    8 => upright[height - 1 - column, row], // left, bottom
                    _ => upright[row, column],
                };
        return stored;
    }

    /// <summary>With a filter that there is not.</summary>
    public static byte[] InterlacedBadly()
    {
        var header = Samples.PngHeaderChunk(1, 1)[8..^4];
        header[12] = 1;
        return [.. PngWalk.Signature, .. Samples.Chunk("IHDR", header), .. Samples.Chunk("IDAT", Samples.Zlib([5, 1, 2, 3])), .. Samples.Chunk("IEND")];
    }

    static byte[] Png(byte colour, byte depth, Func<int, int, byte[]> pixel, params byte[][] chunks) => Of(colour, depth, Width, Height, pixel, chunks);

    static byte[] Of(byte colour, byte depth, int width, int height, Func<int, int, byte[]> pixel, params byte[][] chunks)
    {
        var rows = Enumerable.Range(0, height).SelectMany(y => Enumerable.Range(0, width).SelectMany(x => pixel(x, y)).Prepend((byte)0)).ToArray();
        return [.. PngWalk.Signature, .. Samples.PngHeaderChunk(width, height, depth, colour), .. chunks.SelectMany(chunk => chunk), .. Samples.Chunk("IDAT", Samples.Zlib(rows)), .. Samples.Chunk("IEND")];
    }

    static (byte, byte, byte)[,] Picture(params (byte, byte, byte)[] quarters)
    {
        var picture = new (byte, byte, byte)[Height, Width];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++) picture[y, x] = quarters[Index(x, y)];
        return picture;
    }

    static byte Index(int x, int y) => (byte)((y < Height / 2 ? 0 : 2) + (x < Width / 2 ? 0 : 1));

    static bool IsThird(int x, int y) => Index(x, y) == 2;

    static byte Opacity(int x, int y) => IsThird(x, y) ? (byte)0 : (byte)255;

    static byte[] Rgb((byte R, byte G, byte B) colour) => [colour.R, colour.G, colour.B];
}
