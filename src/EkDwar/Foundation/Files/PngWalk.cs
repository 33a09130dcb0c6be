using System.Buffers;
using System.Buffers.Binary;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Walks one PNG from chunk to chunk (W3C PNG, third edition), checks every sum and that the pixels unpack to exactly the
/// size the header says, and writes it again without text, time and EXIF. Pixels stay byte for byte; an animation loses
/// all but its first picture.
/// </summary>
sealed class PngWalk(ReadOnlyMemory<byte> file)
{
    readonly ArrayBufferWriter<byte> kept = new(file.Length);
    readonly List<ReadOnlyMemory<byte>> pixels = [];
    PngHeader? header;
    bool hasPalette;
    bool pixelsEnded;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The last chunk, whole: it never has content.</summary>
    public static ReadOnlySpan<byte> End => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    public PaperVerdict Verdict()
    {
        var bytes = file.Span;
        kept.Write(Signature);
        for (var at = Signature.Length; ;)
        {
            if (at + 12 > bytes.Length) return PaperRefusals.Truncated;
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > int.MaxValue) return PaperRefusals.Damaged;
            var end = at + 12 + (long)length;
            if (end > bytes.Length) return PaperRefusals.Truncated;
            var chunk = file[at..(int)end];
            if (Crc32.Of(chunk.Span[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk.Span[^4..])) return PaperRefusals.Damaged;
            at = (int)end;
            if (chunk.Span.SequenceEqual(End)) return Whole(bytes[at..]);
            if (Chunk(chunk) is { } refusal) return refusal;
        }
    }

    PaperVerdict Whole(ReadOnlySpan<byte> tail)
    {
        if (header is null || pixels.Count == 0 || header.NeedsPalette && !hasPalette) return PaperRefusals.Damaged;
        if (!ForeignContent.IsUsualTail(tail)) return PaperRefusals.Polyglot;
        switch (Inflation.Measure(pixels, header.UnpackedLength))
        {
            case var length when length > header.UnpackedLength: return PaperRefusals.Bomb;
            case var length when length < header.UnpackedLength: return PaperRefusals.Damaged;
        }
        kept.Write(End);
        return new Paper(PaperKind.Png, kept.WrittenMemory, header.Width, header.Height, 1);
    }

    Refusal? Chunk(ReadOnlyMemory<byte> chunk)
    {
        var type = chunk.Span[4..8];
        var content = chunk[8..^4];
        if (header is null) return Header(type, content.Span, chunk.Span);
        if (type.SequenceEqual("IDAT"u8))
        {
            if (pixelsEnded) return PaperRefusals.Damaged;
            pixels.Add(content);
            kept.Write(chunk.Span);
            return null;
        }
        pixelsEnded = pixels.Count > 0;
        if (type.SequenceEqual("PLTE"u8)) return Palette(content.Length, chunk.Span);
        if (type.SequenceEqual("eXIf"u8)) KeepOrientation(ExifOrientation.Read(content.Span));
        else if (IsWorthKeeping(type) && !(type.SequenceEqual("iCCP"u8) && UnpacksTooFar(content))) kept.Write(chunk.Span);
        // A capital first letter means that the picture cannot be shown without this chunk.
        else if (type[0] is < (byte)'a' or > (byte)'z') return PaperRefusals.Damaged;
        return null;
    }

    Refusal? Header(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content, ReadOnlySpan<byte> chunk)
    {
        if (!type.SequenceEqual("IHDR"u8) || !PngHeader.TryRead(content, out header)) return PaperRefusals.Damaged;
        if ((long)header.Width * header.Height > PaperCheck.MaxPixels || header.UnpackedLength > (header.IsInterlaced ? PngHeader.MaxInterlacedLength : PngHeader.MaxUnpackedLength))
            return PaperRefusals.Bomb;
        kept.Write(chunk);
        return null;
    }

    Refusal? Palette(int length, ReadOnlySpan<byte> chunk)
    {
        if (hasPalette || pixels.Count > 0 || length is 0 or > 768 || length % 3 != 0) return PaperRefusals.Damaged;
        hasPalette = true;
        kept.Write(chunk);
        return null;
    }

    void KeepOrientation(int orientation)
    {
        if (orientation == 1) return;
        var content = ExifOrientation.Write(orientation);
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        "eXIf"u8.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, 4 + content.Length)));
        kept.Write(chunk);
    }

    // What changes how the pixels look. Text, time, EXIF, animation and private chunks are not here.
    static bool IsWorthKeeping(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8)
        || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("pHYs"u8);

    static bool UnpacksTooFar(ReadOnlyMemory<byte> profile)
    {
        const int largestProfile = 4 * 1024 * 1024;
        var name = profile.Span.IndexOf((byte)0);
        return name < 0 || name + 2 > profile.Length || Inflation.Measure([profile[(name + 2)..]], largestProfile) is < 0 or > largestProfile;
    }
}
