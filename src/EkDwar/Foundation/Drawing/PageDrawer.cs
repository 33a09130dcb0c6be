using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Drawing;

/// <summary>
/// Draws one page of a citizen's paper as a new JPEG, in a confined process: poppler's pdftoppm, which also draws photos,
/// put on a sheet of their own. Not one byte of what she sent is in what comes out. It keeps nothing.
/// </summary>
public sealed partial class PageDrawer(Confinement confinement, ILogger<PageDrawer> log)
{
    /// <summary>The longer side of a drawn page in pixels: an A4 sheet at 154 dots an inch.</summary>
    public const int LongSide = 1800;

    // As many as there are processors; who comes after them waits, and the house goes on serving.
    static readonly SemaphoreSlim Turns = new(Environment.ProcessorCount);

    /// <summary>The page as JPEG. <paramref name="format"/> is jpg, png or pdf; pages count from 1.</summary>
    public async Task<DrawnPage> Draw(ReadOnlyMemory<byte> paper, string format, int page)
    {
        if (Sheet(paper, format) is not var (sheet, side)) return DrawnPage.Impossible;
        await Turns.WaitAsync();
        try
        {
            var number = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var drawn = await confinement.Run(sheet, "pdftoppm", "-q", "-jpeg", "-jpegopt", "quality=80", "-scale-to", $"{side}", "-f", number, "-l", number, "-");
            if (drawn.End == ConfinedEnd.Done && Cleaned(drawn.Output) is { } picture) return new(picture, IsForGood: true);
            // What the program says of a paper may quote it; what keeps it from starting is the machine's.
            NotDrawn(log, format, page, drawn.End, drawn.End == ConfinedEnd.NotStarted ? drawn.Complaint : "");
            return drawn.End == ConfinedEnd.NotStarted ? DrawnPage.NotNow : DrawnPage.Impossible;
        }
        finally
        {
            Turns.Release();
        }
    }

    static (ReadOnlyMemory<byte> Sheet, int Side)? Sheet(ReadOnlyMemory<byte> paper, string format)
    {
        if (format == "pdf") return (paper, LongSide);
        var picture = format == "png" ? PngSheet.Read(paper) : JpegSheet.Read(paper);
        // A small picture is not blown up.
        return picture is null ? null : (picture.ToPdf(), Math.Min(LongSide, Math.Max(picture.Width, picture.Height)));
    }

    // Whoever took over the process may have written what it liked: it is looked through as if a citizen had sent it.
    static byte[]? Cleaned(byte[] output)
    {
        var verdict = PaperCheck.Inspect(output);
        if (!verdict.IsAccepted || verdict.Paper.Kind != PaperKind.Jpeg) return null;
        return Math.Max(verdict.Paper.Width, verdict.Paper.Height) <= LongSide + 1 ? verdict.Paper.Bytes.ToArray() : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be drawn ({Format}, page {Page}): {End} {Complaint}")]
    static partial void NotDrawn(ILogger log, string format, int page, ConfinedEnd end, string complaint);
}

/// <summary>A drawn page, or none. <paramref name="IsForGood"/>: drawing it again would come to the same.</summary>
public sealed record DrawnPage(byte[]? Picture, bool IsForGood)
{
    public static readonly DrawnPage Impossible = new(null, true);

    /// <summary>This machine cannot draw at all just now; the paper may be sound.</summary>
    public static readonly DrawnPage NotNow = new(null, false);
}
