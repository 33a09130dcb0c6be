using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>
/// Use case: the applicant gives anew one answer or paper that the query says is at fault. It is checked and kept, and is
/// part of the case only once the whole answer is sent. Who may was asked before.
/// </summary>
public sealed class QueryReplies(EkDwarDb db, Timeline timeline, PostDirectory directory, LooseFiles loose, TimeProvider time)
{
    const string Place = "query reply", WordsPlace = "query words";

    /// <summary>The query the case waits with; null when there is none.</summary>
    public async Task<OpenQuery?> Of(CaseFile file)
    {
        if (file.Case.Status != CaseStatus.AwaitingCitizen || (await timeline.Of(file)).LastOrDefault(entry => entry.Kind.IsQuery()) is not { } query) return null;
        var row = await db.Set<QueryReply>().FirstOrDefaultAsync(reply => reply.CaseId == file.Case.CaseId);
        return new(file, query.Body, row, row is null ? Answers.None : Answers.Parse(file.Seal.Open(row.Answers, Place)))
        {
            Words = row?.Words is { } words ? file.Seal.Open(words, WordsPlace) : null,
        };
    }

    /// <summary>Whether there ever was a query on this case.</summary>
    public async Task<bool> WasAsked(CaseFile file) => (await timeline.Of(file)).Any(entry => entry.Kind.IsQuery());

    public async Task<AnswerFacts> Facts(OpenQuery query, Foundation.Languages.LanguageCode language) => new(time.Today(), await directory.Offered(query.File.Service), language);

    public async Task<Outcome<OpenQuery>> Give(OpenQuery query, Question question, RawAnswer raw)
    {
        // The office waits for this very paper.
        if (question.Type == "document" && raw["later"] == "yes") return new Refusal("files.none", "file");
        var parsed = QuestionType.Of(question).Parse(question, raw, await Facts(query, Foundation.Languages.LanguageCode.English));
        return parsed.IsDone ? await Keep(query, query.Replies.With(question.Id, parsed.Value)) : parsed.Refusals.ToList();
    }

    /// <summary>Puts the pages of a paper given anew into another order, or takes one out; without any it counts as not given.</summary>
    public Task<Outcome<OpenQuery>> Change(OpenQuery query, Question question, GivenPaper paper) =>
        Keep(query, paper.Parts.Count > 0 ? query.Replies.With(question.Id, paper.ToJson()) : query.Replies.Only(id => id != question.Id));

    /// <summary>Keeps words that were typed and not sent.</summary>
    public async Task<bool> KeepWords(OpenQuery query, string words)
    {
        var row = query.Row ?? new QueryReply { CaseId = query.File.Case.CaseId, Answers = query.File.Seal.Seal(query.Replies.ToText(), Place) };
        row.Words = query.File.Seal.Seal(words, WordsPlace);
        if (query.Row is null) db.Add(row);
        return await db.TrySave();
    }

    async Task<Outcome<OpenQuery>> Keep(OpenQuery query, Answers replies)
    {
        var row = query.Row ?? new QueryReply { CaseId = query.File.Case.CaseId };
        await loose.Hold(query.File.Service, query.Replies, replies, Holder.Case(query.File.Case.CaseId));
        if (query.Row is null) db.Add(row);
        row.Answers = query.File.Seal.Seal(replies.ToText(), Place);
        return await db.TrySave() ? query with { Row = row, Replies = replies } : new Refusal("applying.draft_changed");
    }
}
