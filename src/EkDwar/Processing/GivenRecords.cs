using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Processing;

/// <summary>
/// Takes in the records that officers give in a stage's form, exactly as a citizen's paper is taken: checked, cleaned,
/// scanned and sealed. Until the findings are recorded they belong to nobody.
/// </summary>
public sealed class GivenRecords(EkDwarDb db, PaperIntake intake, AttachedRecords attached)
{
    /// <summary>What the form would say if the files that came were fit; without any, what was given before.</summary>
    public static RawAnswer Supposed(CaseFile file, Question question, IReadOnlyList<IFormFile> sent) => sent.Count > 0
        ? new(new GivenPaper("", [new("sent", "", "pdf", 1)]).Typed())
        : DocumentType.PaperOf(file.Findings[question.Id]) is { } before ? new(before.Typed()) : RawAnswer.Nothing;

    /// <summary>The papers of a form for which files came, or all that is wrong with these.</summary>
    public async Task<Outcome<Answers>> Take(CaseFile file, StageForm form, Func<Question, IReadOnlyList<IFormFile>> sent)
    {
        var (taken, problems) = (Answers.None, new List<Refusal>());
        foreach (var question in form.Asked(file.Service, file.Known).Where(question => question.Type == "document" && sent(question).Count > 0))
        {
            var kept = await Keep(sent(question));
            if (kept.IsDone && question.Id == file.Service.Certificate.Attaches && await attached.Unfit(kept.Value) is { } unfit) kept = unfit;
            if (kept.IsDone) taken = taken.With(question.Id, kept.Value.ToJson());
            else problems.AddRange(kept.Refusals.Select(refusal => refusal with { Field = StageForm.FieldOf(question, "file") }));
        }
        return problems.Count > 0 ? problems : taken;
    }

    async Task<Outcome<GivenPaper>> Keep(IReadOnlyList<IFormFile> sent)
    {
        if (sent.Count > GivenPaper.MaxParts) return new Refusal("files.too_many_pages", "file", ("most", $"{GivenPaper.MaxParts}"));
        var parts = new List<PaperFile>();
        foreach (var one in sent)
        {
            if (one.Length == 0) return new Refusal("files.empty", "file");
            if (one.Length > FileStore.MaxLength) return new Refusal("files.too_big", "file");
            var bytes = new byte[one.Length];
            await using var content = one.OpenReadStream();
            await content.ReadExactlyAsync(bytes);
            var kept = await intake.Keep(bytes);
            if (!kept.IsDone) return kept.Refusals.ToList();
            parts.Add(kept.Value);
        }
        // One that waits for the scanner is known as such before the case says that it is its own.
        await db.Save();
        return new GivenPaper("", parts);
    }

    /// <summary>The case takes the records among these findings in, in the coming save.</summary>
    public static async Task Settle(EkDwarDb db, CaseFile file, Answers findings)
    {
        PaperScan.BelongTo(file.Case, await PaperScan.Of(db, file.Service, findings), file.Service, findings);
        await LooseFiles.Settle(db, [.. DocumentType.PapersIn(file.Service, findings).SelectMany(given => given.Paper.Parts).Select(part => part.File)]);
    }
}
