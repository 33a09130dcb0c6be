using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Files;

/// <summary>The frame header of a JPEG (ITU-T T.81, B.2.2): size in pixels and number of colour components.</summary>
sealed record JpegFrame(int Width, int Height, int Components)
{
    public static bool TryRead(ReadOnlySpan<byte> content, [NotNullWhen(true)] out JpegFrame? frame)
    {
        frame = null;
        if (content.Length < 6 || content[0] is not (8 or 12)) return false;
        var height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
        var components = content[5];
        if (width == 0 || height == 0 || components is not (1 or 3 or 4) || content.Length != 6 + 3 * components) return false;
        for (var i = 6; i < content.Length; i += 3)
            if (content[i + 1] >> 4 is < 1 or > 4 || (content[i + 1] & 15) is < 1 or > 4 || content[i + 2] > 3) return false;
        frame = new JpegFrame(width, height, components);
        return true;
    }
}
