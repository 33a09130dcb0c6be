using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;

namespace EkDwar.Processing;

/// <summary>What an officer gets to see of a paper: its pages drawn anew, or why there are none.</summary>
public enum PaperSight { Shown, NotScanned, Infected, CannotBeShown }

/// <summary>A paper on the desk, at one of its pages.</summary>
public sealed record DeskPaper(Question Question, GivenPaper Paper, int Page, PaperSight Sight);

/// <summary>
/// Use case: the papers of a case as an officer may see them, never as they were sent. She was let into the case, and her
/// look recorded, before.
/// </summary>
public sealed class DeskPapers(EkDwarDb db, PaperPictures pictures)
{
    /// <summary>Every paper of the case at its first page, and every record that an officer gave.</summary>
    public Task<IReadOnlyList<DeskPaper>> Of(CaseFile file) => Of(file, file.Known);

    /// <summary>The same of answers that are not its own yet: what its applicant wants to put there.</summary>
    public async Task<IReadOnlyList<DeskPaper>> Of(CaseFile file, Answers answers)
    {
        var scans = await PaperScan.Of(db, file.Service, answers);
        var papers = new List<DeskPaper>();
        foreach (var (question, paper) in DocumentType.PapersIn(file.Service, answers))
            papers.Add(new(question, paper, 1, await Sight(scans, paper, 1)));
        return papers;
    }

    /// <summary>One paper at one page; null when there is no such paper, or no such page of it.</summary>
    public Task<DeskPaper?> One(CaseFile file, string question, int page) => One(file, file.Known, question, page);

    async Task<DeskPaper?> One(CaseFile file, Answers answers, string question, int page)
    {
        if (Given(answers, question) is not { } paper || paper.At(page) is null) return null;
        return new(file.Service.Question(question), paper, page, await Sight(await PaperScan.Of(db, file.Service, answers), paper, page));
    }

    /// <summary>The page as JPEG; null when it cannot, or may not, be shown.</summary>
    public Task<byte[]?> Picture(CaseFile file, string question, int page) => Picture(file, file.Known, question, page);

    public async Task<byte[]?> Picture(CaseFile file, Answers answers, string question, int page) =>
        await One(file, answers, question, page) is { Sight: PaperSight.Shown } paper && paper.Paper.At(page) is var (part, number) ? await pictures.Of(part, number) : null;

    /// <summary>The digital signatures in the paper's files, read here because nobody is given the files; none of what may not be shown.</summary>
    public static IReadOnlyList<PdfSignature> Signatures(DeskPaper paper, FileStore files) => paper.Sight is PaperSight.Shown or PaperSight.CannotBeShown
        ? [.. paper.Paper.Parts.Where(part => part.Format == "pdf").SelectMany(part => PdfSignatures.In(part.Read(files)))] : [];

    /// <summary>Whether the case has such a paper, and that such a page.</summary>
    public static bool IsThere(CaseFile file, string question, int page) => IsThere(file.Known, question, page);

    public static bool IsThere(Answers answers, string question, int page) => Given(answers, question)?.At(page) is not null;

    static GivenPaper? Given(Answers answers, string question) => DocumentType.PaperOf(answers[question]);

    async Task<PaperSight> Sight(IReadOnlyDictionary<string, PaperScan> scans, GivenPaper paper, int page)
    {
        if (Hidden(scans, paper) is { } hidden) return hidden;
        return paper.At(page) is var (part, number) && await pictures.Has(part, number) ? PaperSight.Shown : PaperSight.CannotBeShown;
    }

    static PaperSight? Hidden(IReadOnlyDictionary<string, PaperScan> scans, GivenPaper paper)
    {
        var states = paper.Parts.Where(part => scans.ContainsKey(part.File)).Select(part => scans[part.File].State).ToList();
        return states.Contains(ScanState.Infected) ? PaperSight.Infected : states.Contains(ScanState.Waiting) ? PaperSight.NotScanned : null;
    }
}
