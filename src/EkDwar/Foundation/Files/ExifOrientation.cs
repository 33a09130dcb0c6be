using System.Buffers.Binary;

namespace EkDwar.Foundation.Files;

/// <summary>
/// The one thing worth keeping of a photo's EXIF: which way up it is (1 to 8; 1 is upright, as stored).
/// Everything else there, place and time and device, says more than the citizen meant to hand in.
/// </summary>
static class ExifOrientation
{
    const ushort Tag = 0x0112;
    const ushort Short = 3;

    /// <summary>Reads a TIFF block (what follows "Exif␀␀"); 1 when it says nothing or makes no sense.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 1;
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8)) return 1;
        var start = Number32(tiff[4..], isLittle);
        if (start > tiff.Length - 2) return 1;
        var entries = tiff[((int)start + 2)..];
        var count = Number16(tiff[(int)start..], isLittle);
        for (; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Number16(entries, isLittle) != Tag || Number16(entries[2..], isLittle) != Short) continue;
            var orientation = Number16(entries[8..], isLittle);
            return orientation is >= 1 and <= 8 ? orientation : 1;
        }
        return 1;
    }

    /// <summary>The smallest TIFF block that says only this.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1,
        (byte)(Tag >> 8), (byte)(Tag & 0xFF), 0, (byte)Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    static ushort Number16(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
