using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>A paper she gave for a question.</summary>
public sealed record NamedPaper(string Question, GivenPaper Paper);

/// <summary>Her papers and certificates as files to be given back to her. What waits for the malware scanner, or was found infected, is not among them.</summary>
public sealed class OwnPapers(EkDwarDb db, FileStore files)
{
    /// <summary>The files of these papers by the question they were given for, each file once, named so in this folder.</summary>
    public async Task<IReadOnlyList<(string Question, OwnFile File)>> In(string folder, IEnumerable<NamedPaper> papers)
    {
        var parts = (from paper in papers from part in paper.Paper.Parts select (paper.Question, Part: part)).DistinctBy(one => one.Part.File).ToList();
        var waited = parts.Where(one => one.Part.HasWaited).Select(one => one.Part.File).ToList();
        var held = waited.Count == 0 ? [] : await db.Set<PaperScan>().Where(scan => waited.Contains(scan.FileId) && scan.State != ScanState.Clean).Select(scan => scan.FileId).ToListAsync();
        return [.. parts.Where(one => !held.Contains(one.Part.File)).GroupBy(one => one.Question).SelectMany(question => question.Index().Select(one =>
            (question.Key, new OwnFile($"{folder}/{question.Key}-{one.Index + 1}.{one.Item.Part.Format}", one.Item.Part.Length, () => one.Item.Part.Read(files)))))];
    }

    public OwnFile Of(string folder, Certificate certificate, CaseFile file) =>
        new($"{folder}/{certificate.NumberOf(file.Case.Reference)}.pdf", certificate.FileLength, () => certificate.Read(files, file.Seal));
}
