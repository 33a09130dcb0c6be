using System.Buffers.Binary;
using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Drawing;

/// <summary>
/// A stored PNG, put on a sheet: PDF reads the same packed rows (ISO 32000-1, 7.4.4.4). What is transparent is laid on
/// white. An interlaced picture has no such rows; they are made of its own.
/// </summary>
static class PngSheet
{
    // On white: each colour times its opacity, plus what is left. Four inputs or two, the last is the opacity.
    const string ColourOnWhite =
        "{ 3 index 1 index mul 1 add 1 index sub 5 1 roll 2 index 1 index mul 1 add 1 index sub 5 1 roll 1 index 1 index mul 1 add 1 index sub 5 1 roll pop pop pop pop }";
    const string GreyOnWhite = "{ dup 3 -1 roll mul exch neg 1 add add }";

    /// <summary>Null when it is not a PNG as PaperCheck keeps them.</summary>
    public static PictureSheet? Read(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith(PngWalk.Signature)) return null;
        ReadOnlyMemory<byte> header = default, palette = default, opacity = default;
        var pixels = new List<ReadOnlyMemory<byte>>();
        var orientation = 1;
        for (var at = PngWalk.Signature.Length; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - 12) return null;
            var content = file.Slice(at + 8, (int)length);
            switch (Encoding.ASCII.GetString(file.Span.Slice(at + 4, 4)))
            {
                case "IHDR": header = content; break;
                case "PLTE": palette = content; break;
                case "tRNS": opacity = content; break;
                case "eXIf": orientation = ExifOrientation.Read(content.Span); break;
                case "IDAT": pixels.Add(content); break;
            }
            at += 12 + (int)length;
        }
        if (!PngHeader.TryRead(header.Span, out var read)) return null;
        if (read.IsInterlaced)
        {
            if (InterlacedRows.Straight(read, pixels) is not { } rows) return null;
            pixels = [rows];
        }
        return Sheet(read, new(header.Span[8], header.Span[9]), palette.Span, opacity.Span) with { Data = pixels, Orientation = orientation };
    }

    readonly record struct Samples(int Depth, int Colour)
    {
        public int Count => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
    }

    static PictureSheet Sheet(PngHeader header, Samples samples, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> opacity)
    {
        var (space, mask) = samples.Colour switch
        {
            0 => ("/DeviceGray", Mask(opacity, 1)),
            2 => ("/DeviceRGB", Mask(opacity, 3)),
            3 => ($"[/Indexed/DeviceRGB {palette.Length / 3 - 1}<{OnWhite(palette, opacity)}>]", ""),
            4 => ("[/DeviceN[/L/A]/DeviceGray 6 0 R]", ""),
            _ => ("[/DeviceN[/R/G/B/A]/DeviceRGB 6 0 R]", ""),
        };
        var rows = $"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {samples.Count}/BitsPerComponent {samples.Depth}/Columns {header.Width}>>";
        return new(header.Width, header.Height, $"/ColorSpace{space}/BitsPerComponent {samples.Depth}{mask}{rows}", [], 1)
        {
            Tint = samples.Colour switch
            {
                4 => ("/Domain[0 1 0 1]/Range[0 1]", GreyOnWhite),
                6 => ("/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]", ColourOnWhite),
                _ => null,
            },
        };
    }

    /// <summary>One colour that is not there at all (W3C PNG, 11.3.1.1), as PDF masks it.</summary>
    static string Mask(ReadOnlySpan<byte> opacity, int samples)
    {
        if (opacity.Length != 2 * samples) return "";
        var mask = new StringBuilder("/Mask[");
        for (var i = 0; i < samples; i++)
        {
            var value = BinaryPrimitives.ReadUInt16BigEndian(opacity[(2 * i)..]);
            mask.Append(value).Append(' ').Append(value).Append(' ');
        }
        return mask.Append(']').ToString();
    }

    static string OnWhite(ReadOnlySpan<byte> palette, ReadOnlySpan<byte> opacity)
    {
        var mixed = palette.ToArray();
        for (var i = 0; i < mixed.Length && i / 3 < opacity.Length; i++)
            mixed[i] = (byte)((mixed[i] * opacity[i / 3] + 255 * (255 - opacity[i / 3])) / 255);
        return Convert.ToHexString(mixed);
    }
}
