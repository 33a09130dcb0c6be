using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>Keeps the pages of a missing paper that come one by one, until it is given. Who may was asked before.</summary>
public sealed class MissingPages(EkDwarDb db, LooseFiles loose)
{
    public async Task<GivenPaper?> Of(CaseFile file, string question) =>
        await Row(db, file, question) is { } row ? Paper(file, row) : null;

    /// <summary>Keeps these pages in the place of those before; without any it is as if none had come.</summary>
    public async Task<Outcome<GivenPaper>> Keep(CaseFile file, Question question, GivenPaper paper)
    {
        var row = await Row(db, file, question.Id);
        var (before, after) = (row is null ? Answers.None : As(question.Id, Paper(file, row)), paper.Parts.Count == 0 ? Answers.None : As(question.Id, paper));
        await loose.Hold(file.Service, before, after, Holder.Case(file.Case.CaseId));
        if (paper.Parts.Count == 0)
        {
            if (row is not null) db.Remove(row);
        }
        else
        {
            if (row is null) db.Add(row = new() { CaseId = file.Case.CaseId, Question = question.Id });
            row.Pages = file.Seal.Seal(paper.ToJson().ToJsonString(), Place(question.Id));
        }
        return await db.TrySave() ? paper : new Refusal("applying.draft_changed");
    }

    /// <summary>The paper is given: in the coming save its pages are the case's, and those that came for it and are not in it are let go.</summary>
    public static async Task Given(EkDwarDb db, CaseFile file, string question, DateTime now)
    {
        var row = await Row(db, file, question);
        await LooseFiles.Settle(db, file.Service, row is null ? Answers.None : As(question, Paper(file, row)), file.Answers, now);
        if (row is not null) db.Remove(row);
    }

    static Task<GivenPages?> Row(EkDwarDb db, CaseFile file, string question) =>
        db.Set<GivenPages>().FirstOrDefaultAsync(pages => pages.CaseId == file.Case.CaseId && pages.Question == question);

    static GivenPaper Paper(CaseFile file, GivenPages row) => GivenPaper.Of((JsonObject)JsonNode.Parse(file.Seal.Open(row.Pages, Place(row.Question)))!);

    static Answers As(string question, GivenPaper paper) => Answers.None.With(question, paper.ToJson());

    static string Place(string question) => "given pages " + question;
}
