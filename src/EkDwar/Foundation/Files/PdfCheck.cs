using EkDwar.Foundation.Outcomes;

namespace EkDwar.Foundation.Files;

/// <summary>
/// Checks that a PDF is whole, open, and does nothing by itself, and keeps it byte for byte, since evidence may be signed.
/// It sees every object that the cross-references name, also those in compressed object streams. It does not see scripts
/// inside form data (XFA), what a reader finds only by repairing, or faults in fonts and pictures: show PDFs in a sandbox.
/// </summary>
static class PdfCheck
{
    const int TailLength = 1024;

    public static PaperVerdict Inspect(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 8 || !char.IsAsciiDigit((char)bytes[5]) || bytes[6] != '.') return PaperRefusals.Damaged;
        var end = bytes.LastIndexOf("%%EOF"u8);
        if (end < 0) return PaperRefusals.Truncated;
        if (Tail(bytes[(end + 5)..]) is { } refusal) return refusal;
        var start = bytes[..end].LastIndexOf("startxref"u8);
        if (start < 0 || end - start > TailLength) return PaperRefusals.Truncated;
        return Structure(file, start + 9);
    }

    static Refusal? Tail(ReadOnlySpan<byte> tail)
    {
        var rest = tail.TrimStart("\r\n\t \0\f"u8);
        if (rest.IsEmpty) return null;
        if (ForeignContent.HasMarkup(ForeignContent.Head(rest))) return PaperRefusals.Polyglot;
        // A later revision begins with the number of an object: its own end is missing.
        if (char.IsAsciiDigit((char)rest[0]) && ForeignContent.Head(rest).IndexOf(" obj"u8) is > 0 and < 24) return PaperRefusals.Truncated;
        return rest.Length > TailLength ? PaperRefusals.Polyglot : null;
    }

    static PaperVerdict Structure(ReadOnlyMemory<byte> file, int afterStartxref)
    {
        var work = new PdfWork(file.Length);
        var objects = new PdfObjects(file, work);
        var start = new PdfReader(file.Span, afterStartxref).Whole();
        if (start is null || !objects.Follow(start.Value)) return work.IsUsedUp ? PaperRefusals.Bomb : PaperRefusals.Damaged;
        if (objects.IsEncrypted) return PaperRefusals.PasswordProtected;
        var findings = new PdfFindings();
        var isSound = SeeFile(objects, findings, work) && SeeStreams(objects, findings, work);
        if (work.IsUsedUp) return PaperRefusals.Bomb;
        if (findings.RunsByItself) return PaperRefusals.RunsByItself;
        if (findings.HoldsOtherFiles) return PaperRefusals.HoldsOtherFiles;
        if (!isSound || findings.Catalogue(objects.Trailer!) is not { } catalogue) return PaperRefusals.Damaged;
        var pages = catalogue["Pages"] is PdfValue.Reference tree ? findings.PagesUnder(tree.ObjectNumber) : null;
        return pages == 0 ? PaperRefusals.Damaged : new Paper(PaperKind.Pdf, file, 0, 0, pages);
    }

    static bool SeeFile(PdfObjects objects, PdfFindings findings, PdfWork work)
    {
        foreach (var (number, place) in objects.Places)
        {
            if (place.Kind != PdfPlaceKind.InFile) continue;
            if (work.IsUsedUp || place.Where > int.MaxValue || objects.ObjectAt((int)place.Where, number, out _) is not { } value) return false;
            findings.See(number, value);
        }
        return true;
    }

    static bool SeeStreams(PdfObjects objects, PdfFindings findings, PdfWork work)
    {
        var streams = objects.Places.Where(p => p.Value.Kind == PdfPlaceKind.InStream).Select(p => p.Value.Where).Distinct();
        foreach (var stream in streams)
            if (work.IsUsedUp || stream > int.MaxValue || !SeeStream(objects, findings, work, (int)stream)) return false;
        return true;
    }

    static bool SeeStream(PdfObjects objects, PdfFindings findings, PdfWork work, int stream)
    {
        if (objects.PlaceOf(stream) is not { Kind: PdfPlaceKind.InFile } place) return false;
        if (objects.ObjectAt((int)place.Where, stream, out var body) is not PdfValue.Dictionary about || body == 0) return false;
        if (about.NumberOf("N") is not { } count || about.NumberOf("First") is not { } first) return false;
        if (objects.Stream(about, body) is not { } plain) return false;
        var header = new PdfReader(plain, 0);
        for (var i = 0L; i < count; i++)
        {
            if (work.IsUsedUp || header.Whole() is not { } number || header.Whole() is not { } offset) return false;
            // An older copy of an object that a later revision moved elsewhere is no longer part of the document.
            if (number > int.MaxValue || objects.PlaceOf((int)number) != new PdfPlace(PdfPlaceKind.InStream, stream)) continue;
            if (first + offset >= plain.Length) return false;
            var reader = new PdfReader(plain, (int)(first + offset));
            if (reader.Value() is not { } value) return false;
            work.Spend(reader.At - (first + offset));
            findings.See((int)number, value);
        }
        return true;
    }
}
