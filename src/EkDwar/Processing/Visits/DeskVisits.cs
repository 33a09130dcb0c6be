using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Cases.Visits;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Visits;

/// <summary>A visit as the desk sees it: how it stands, and of each photo that came whether it can be shown.</summary>
public sealed record DeskVisit(OpenVisit Visit, LinkState State, IReadOnlyList<bool> Photos)
{
    public int Seq => Visit.Visit.Seq;

    /// <summary>Nothing of a report that is not sent yet is shown.</summary>
    public bool IsReported => State == LinkState.Used;
}

/// <summary>Use case: the visits that were asked for a case and what came of them, to who was let into the case; the look was recorded before.</summary>
public sealed class DeskVisits(EkDwarDb db, FieldVisits visits, PaperPictures pictures, TimeProvider time)
{
    public async Task<IReadOnlyList<DeskVisit>> Of(CaseFile file)
    {
        var (all, now) = (new List<DeskVisit>(), time.UtcNow());
        foreach (var visit in await visits.Of(file))
        {
            var state = visit.At(now);
            all.Add(new(visit, state, state == LinkState.Used ? await Shown(visit.Report.Files) : []));
        }
        return all;
    }

    /// <summary>A photo drawn anew, as JPEG; null when there is none, or it may not be shown. Counts from 1.</summary>
    public async Task<byte[]?> Picture(CaseFile file, int seq, int number) =>
        await Photo(file, seq, number) is { } photo && (await Shown([photo]))[0] ? await pictures.Of(photo, 1) : null;

    public async Task<bool> IsThere(CaseFile file, int seq, int number) => await Photo(file, seq, number) is not null;

    async Task<PaperFile?> Photo(CaseFile file, int seq, int number) =>
        await visits.Of(file, seq) is { Visit.Status: VisitStatus.Reported } visit && number >= 1 && number <= visit.Report.Files.Count ? visit.Report.Files[number - 1] : null;

    async Task<IReadOnlyList<bool>> Shown(IReadOnlyList<PaperFile> photos)
    {
        var waited = photos.Where(photo => photo.HasWaited).Select(photo => photo.File).ToList();
        var clean = waited.Count == 0 ? [] : await db.Set<PaperScan>().Where(scan => waited.Contains(scan.FileId) && scan.State == ScanState.Clean).Select(scan => scan.FileId).ToListAsync();
        var shown = new List<bool>();
        foreach (var photo in photos) shown.Add((!photo.HasWaited || clean.Contains(photo.File)) && await pictures.Has(photo, 1));
        return shown;
    }
}
