using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Cases.Papers;

/// <summary>The pages of a record as they are added to its copy, each a JPEG; none for a service that copies nothing.</summary>
public sealed record RecordPages(IReadOnlyList<byte[]> Pictures)
{
    public static readonly RecordPages None = new([]);
}

/// <summary>
/// The record that a copy shows, as an officer gave it: its pages drawn anew, like any paper on a desk, or why they cannot
/// be added. Not the certificate, which is made of them.
/// </summary>
public sealed class AttachedRecords(EkDwarDb db, PaperPictures pictures)
{
    public const int MostPages = 40;

    /// <summary>What the drawn pages may weigh together: with the certificate's own they are kept, and sent, as one file.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public async Task<Outcome<RecordPages>> Of(CaseFile file)
    {
        if (!file.Service.Certificate.IsCopy) return RecordPages.None;
        if (DocumentType.PaperOf(file.Findings[file.Service.Certificate.Attaches]) is not { } paper) return new Refusal("cases.record.missing");
        var scans = await PaperScan.Of(db, file.Service, file.Findings);
        var states = paper.Parts.Where(part => scans.ContainsKey(part.File)).Select(part => scans[part.File].State).ToList();
        if (states.Contains(ScanState.Infected)) return new Refusal("cases.record.missing");
        return states.Contains(ScanState.Waiting) ? new Refusal("cases.record.not_scanned") : await Drawn(paper);
    }

    /// <summary>What stands against adding a record just given; of one that waits for the scanner, as far as can be told without a look at it.</summary>
    public async Task<Refusal?> Unfit(GivenPaper paper)
    {
        if (paper.Pages > MostPages) return TooLong;
        if (paper.Parts.Any(part => part.HasWaited)) return null;
        var drawn = await Drawn(paper);
        return drawn.IsDone ? null : drawn.Refusals[0];
    }

    async Task<Outcome<RecordPages>> Drawn(GivenPaper paper)
    {
        if (paper.Pages > MostPages) return TooLong;
        var drawn = new List<byte[]>();
        for (var page = 1; page <= paper.Pages; page++)
        {
            var (part, number) = paper.At(page)!.Value;
            if (await pictures.Of(part, number) is not { } picture) return new Refusal("cases.record.undrawn", null, ("page", $"{page}"));
            drawn.Add(picture);
        }
        return drawn.Sum(picture => (long)picture.Length) > MostBytes ? new Refusal("cases.record.too_big") : new RecordPages(drawn);
    }

    static Refusal TooLong => new("cases.record.too_long", null, ("most", $"{MostPages}"));
}
