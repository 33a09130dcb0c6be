using System.Buffers.Binary;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Signs that a file is two things at once (a polyglot): a picture that is also a page, an archive or a PDF.
/// It looks where other programs look: at the first 1,024 bytes, and for an archive at the end.
/// </summary>
static class ForeignContent
{
    const int HeadLength = 1024;

    static readonly byte[][] Markup =
    [
        "<script"u8.ToArray(), "<html"u8.ToArray(), "<!doctype"u8.ToArray(), "<svg"u8.ToArray(), "<body"u8.ToArray(),
        "<iframe"u8.ToArray(), "<?php"u8.ToArray(), "pk\x03\x04"u8.ToArray(), "rar!\x1a\x07"u8.ToArray(),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
    ];

    public static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeadLength)];

    public static bool StandsInHead(ReadOnlySpan<byte> bytes, bool isPdf)
    {
        var head = Head(bytes);
        return HasMarkup(head) || !isPdf && head.IndexOf("%PDF-"u8) >= 0;
    }

    /// <summary>Whether markup or the start of an archive stands in these (few) bytes, in whatever case.</summary>
    public static bool HasMarkup(ReadOnlySpan<byte> bytes)
    {
        var lower = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) lower[i] = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] | 0x20) : bytes[i];
        foreach (var sign in Markup)
            if (lower.AsSpan().IndexOf(sign) >= 0) return true;
        return false;
    }

    /// <summary>Whether an unpacker would find a list of files from the end (PKWARE APPNOTE 4.3.16), as in a JAR behind a picture.</summary>
    public static bool IsZipFromItsEnd(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - 22 - ushort.MaxValue)..];
        for (var at = tail.LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail[..at].LastIndexOf("PK\x05\x06"u8))
        {
            if (at + 22 > tail.Length) continue;
            var listLength = BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 12)..]);
            if (listLength == uint.MaxValue) return true;
            var list = bytes.Length - tail.Length + at - (long)listLength;
            if (listLength > 0 && list >= 0 && bytes[(int)list..].StartsWith("PK\x01\x02"u8)) return true;
        }
        return false;
    }

    /// <summary>
    /// Whether what follows the end of a picture is what cameras and scanners leave there: a few bytes, padding, a second
    /// picture (multi-picture format, depth or gain map), a moving picture, or the rest of an older, longer version.
    /// It is dropped in any case; anything else behind a picture is refused.
    /// </summary>
    public static bool IsUsualTail(ReadOnlySpan<byte> tail)
    {
        const int fewBytes = 64;
        return tail.Length <= fewBytes
            || !tail.ContainsAnyExcept((byte)0)
            || tail.StartsWith(JpegWalk.Signature)
            || tail[4..8].SequenceEqual("ftyp"u8)
            || tail.EndsWith("SEFT"u8)
            || tail.EndsWith(PngWalk.End);
    }
}
