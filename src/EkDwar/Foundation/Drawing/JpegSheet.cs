using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Drawing;

/// <summary>A stored JPEG, put on a sheet as it is: the program that draws the sheet decodes it, not we.</summary>
static class JpegSheet
{
    /// <summary>Null when it is not a JPEG as PaperCheck keeps them.</summary>
    public static PictureSheet? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var (orientation, isAdobe) = (1, false);
        if (!bytes.StartsWith(JpegWalk.Signature)) return null;
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            var length = bytes[at + 2] << 8 | bytes[at + 3];
            if (length < 2 || at + 2 + length > bytes.Length) return null;
            var content = bytes.Slice(at + 4, length - 2);
            if (marker == JpegMarker.App1 && content.StartsWith("Exif\0\0"u8)) orientation = ExifOrientation.Read(content[6..]);
            if (marker == JpegMarker.App14 && content.StartsWith("Adobe"u8)) isAdobe = true;
            if (JpegMarker.IsFrame(marker)) return JpegFrame.TryRead(content, out var frame) ? Sheet(frame, file, orientation, isAdobe) : null;
            at += 2 + length;
        }
        return null;
    }

    static PictureSheet Sheet(JpegFrame frame, ReadOnlyMemory<byte> file, int orientation, bool isAdobe)
    {
        var colours = frame.Components switch { 1 => "Gray", 3 => "RGB", _ => "CMYK" };
        // Adobe's programs write the four inks the other way round.
        var decode = frame.Components == 4 && isAdobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
        return new(frame.Width, frame.Height, $"/ColorSpace/Device{colours}/BitsPerComponent 8/Filter/DCTDecode{decode}", [file], orientation);
    }
}
