using System.Buffers;
using System.Buffers.Binary;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Walks one JPEG from marker to marker (ITU-T T.81, Annex B) and writes it again without metadata: the compressed picture
/// stays byte for byte. It does not decode: a picture whose compressed bytes were garbled looks whole to it.
/// </summary>
sealed class JpegWalk(ReadOnlyMemory<byte> file)
{
    // A progressive picture comes in some ten scans; thousands cost a viewer minutes.
    const int MaxScans = 100;

    readonly ArrayBufferWriter<byte> kept = new(file.Length);
    JpegFrame? frame;
    int orientation = 1;
    int scans;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public PaperVerdict Verdict()
    {
        var bytes = file.Span;
        var at = 2;
        while (true)
        {
            while (at + 1 < bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xFF) at++;
            if (at + 2 > bytes.Length) return PaperRefusals.Truncated;
            if (bytes[at] != 0xFF) return PaperRefusals.Damaged;
            var marker = bytes[at + 1];
            if (marker == JpegMarker.EndOfImage) return Whole(bytes[(at + 2)..]);
            if (JpegMarker.StandsAlone(marker)) return PaperRefusals.Damaged;
            if (at + 4 > bytes.Length) return PaperRefusals.Truncated;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2) return PaperRefusals.Damaged;
            var end = at + 2 + length;
            if (end > bytes.Length) return PaperRefusals.Truncated;
            if (Segment(marker, bytes[at..end]) is { } refusal) return refusal;
            at = end;
            if (marker != JpegMarker.StartOfScan) continue;
            at = EndOfScan(bytes, end);
            if (at == end) return at == bytes.Length ? PaperRefusals.Truncated : PaperRefusals.Damaged;
            kept.Write(bytes[end..at]);
        }
    }

    PaperVerdict Whole(ReadOnlySpan<byte> tail)
    {
        if (scans == 0) return PaperRefusals.Damaged;
        if (!ForeignContent.IsUsualTail(tail)) return PaperRefusals.Polyglot;
        var clean = new ArrayBufferWriter<byte>(kept.WrittenCount + 40);
        Append(clean, 0xFF, JpegMarker.StartOfImage);
        if (orientation != 1)
        {
            var tiff = ExifOrientation.Write(orientation);
            Append(clean, 0xFF, JpegMarker.App1, 0, (byte)(2 + 6 + tiff.Length));
            clean.Write("Exif\0\0"u8);
            clean.Write(tiff);
        }
        clean.Write(kept.WrittenSpan);
        Append(clean, 0xFF, JpegMarker.EndOfImage);
        return new Paper(PaperKind.Jpeg, clean.WrittenMemory, frame!.Width, frame.Height, 1);
    }

    Refusal? Segment(byte marker, ReadOnlySpan<byte> segment)
    {
        var content = segment[4..];
        switch (marker)
        {
            case JpegMarker.App1:
                if (content.StartsWith("Exif\0\0"u8)) orientation = ExifOrientation.Read(content[6..]);
                return null;
            case JpegMarker.App0:
                // Without its thumbnail, which may show what was cropped away.
                if (content.Length >= 14 && content.StartsWith("JFIF\0"u8))
                    Append(kept, [0xFF, JpegMarker.App0, 0, 16, .. content[..12], 0, 0]);
                return null;
            case JpegMarker.App2 when content.StartsWith("ICC_PROFILE\0"u8):
            case JpegMarker.App14 when content.StartsWith("Adobe"u8):
                kept.Write(segment);
                return null;
            case (>= JpegMarker.App0 and <= JpegMarker.App15) or JpegMarker.Comment:
                return null;
            case JpegMarker.QuantisationTables:
                return KeepWhen(JpegTables.AreWholeQuantisation(content), segment);
            case JpegMarker.HuffmanTables:
                return KeepWhen(JpegTables.AreWholeHuffman(content), segment);
            case JpegMarker.RestartInterval:
                return KeepWhen(content.Length == 2, segment);
            case JpegMarker.StartOfScan:
                return Scan(content, segment);
            case JpegMarker.ArithmeticConditioning:
                return PaperRefusals.NotAcceptedType;
            default:
                return JpegMarker.IsFrame(marker) ? Frame(marker, content, segment) : PaperRefusals.Damaged;
        }
    }

    Refusal? Frame(byte marker, ReadOnlySpan<byte> content, ReadOnlySpan<byte> segment)
    {
        // Lossless, hierarchical and arithmetic pictures are JPEG too, but no browser shows them.
        if (!JpegMarker.IsShownByBrowsers(marker)) return PaperRefusals.NotAcceptedType;
        if (frame is not null || !JpegFrame.TryRead(content, out frame)) return PaperRefusals.Damaged;
        if ((long)frame.Width * frame.Height > PaperCheck.MaxPixels) return PaperRefusals.Bomb;
        kept.Write(segment);
        return null;
    }

    Refusal? Scan(ReadOnlySpan<byte> content, ReadOnlySpan<byte> segment)
    {
        if (++scans > MaxScans) return PaperRefusals.Bomb;
        var isSound = frame is not null && content.Length > 0 && content[0] >= 1 && content[0] <= frame.Components
            && content.Length == 4 + 2 * content[0];
        return KeepWhen(isSound, segment);
    }

    Refusal? KeepWhen(bool isSound, ReadOnlySpan<byte> segment)
    {
        if (!isSound) return PaperRefusals.Damaged;
        kept.Write(segment);
        return null;
    }

    static void Append(ArrayBufferWriter<byte> target, params ReadOnlySpan<byte> bytes) => target.Write(bytes);

    static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length) return bytes.Length;
            at += next;
            // A stuffed zero or a restart marker belongs to the scan; any other marker ends it.
            if (bytes[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7)) return at;
            at += 2;
        }
    }
}
