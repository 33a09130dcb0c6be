namespace EkDwar.Foundation.Files;

/// <summary>
/// Looks at a file a citizen hands in and says whether it may be kept: JPEG, PNG or PDF up to 10 MB, told by content and
/// never by name. It checks structure; it is not a virus scanner and does not decode pictures. It answers any bytes at all
/// in bounded time and memory, and never throws.
/// </summary>
public static class PaperCheck
{
    public const int MaxLength = FileStore.MaxLength;

    /// <summary>A camera of 100 million pixels is the largest we expect; decoded, that is 400 MB already.</summary>
    public const long MaxPixels = 100_000_000;

    public static PaperVerdict Inspect(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span;
        if (head.IsEmpty) return PaperRefusals.Empty;
        if (head.Length > MaxLength) return PaperRefusals.TooBig;
        if (head.StartsWith(JpegWalk.Signature)) return WithoutForeignContent(bytes, new JpegWalk(bytes).Verdict);
        if (head.StartsWith(PngWalk.Signature)) return WithoutForeignContent(bytes, new PngWalk(bytes).Verdict);
        if (head.StartsWith("%PDF-"u8)) return WithoutForeignContent(bytes, () => PdfCheck.Inspect(bytes));
        return Unknown(head);
    }

    static PaperVerdict WithoutForeignContent(ReadOnlyMemory<byte> bytes, Func<PaperVerdict> verdict)
    {
        var isPdf = bytes.Span[0] == (byte)'%';
        return ForeignContent.StandsInHead(bytes.Span, isPdf) || ForeignContent.IsZipFromItsEnd(bytes.Span)
            ? PaperRefusals.Polyglot : verdict();
    }

    static PaperVerdict Unknown(ReadOnlySpan<byte> head)
    {
        if (IsHeic(head)) return PaperRefusals.Heic;
        // A picture changed by a transfer as text, or a start cut off in the middle of the signature.
        if (head.Length < 8 && (PngWalk.Signature.StartsWith(head) || "%PDF-"u8.StartsWith(head) || head is [0xFF] or [0xFF, 0xD8]))
            return PaperRefusals.Truncated;
        if (head.Length >= 4 && PngWalk.Signature.StartsWith(head[..4])) return PaperRefusals.Damaged;
        // Readers accept a PDF that begins anywhere in the first 1,024 bytes: such a file is something else as well.
        return ForeignContent.Head(head).IndexOf("%PDF-"u8) >= 0 ? PaperRefusals.Polyglot : PaperRefusals.NotAcceptedType;
    }

    static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8)) return false;
        var brand = head[8..12];
        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
            || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("hevx"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
    }
}
