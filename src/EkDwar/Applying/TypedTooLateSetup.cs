using System.Security.Claims;
using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>
/// Keeps what a citizen had typed or chosen when her session ended: at a question in her own draft, unchecked, as a change
/// of language does; for a query or a missing paper in what waits for her to send it. Nothing of it is sent.
/// </summary>
public static class TypedTooLateSetup
{
    public static async Task<bool> Keep(HttpContext context, ClaimsPrincipal who)
    {
        var at = context.Request.RouteValues;
        // The page's buttons beside the form move pages, and have nothing in them to be kept.
        if (context.Request.Query.ContainsKey("handler") || CitizenSession.Of(who) is not { } session || at["state"] is not string state) return false;
        var (services, form, asked) = (context.RequestServices, await context.Request.ReadFormAsync(), at["question"] as string);
        if (at["service"] is string service && asked is not null)
            return await services.GetRequiredService<Drafts>().Open(session, state, service) is { } draft && await InDraft(services, session, draft, asked, form);
        if (!CaseReference.TryParse(at["reference"] as string, out var reference)) return false;
        if (await services.GetRequiredService<TrackCase>().ForSender(session, reference) is not { } file) return false;
        return at["page"] as string == "/Applying/MissingPaperPage" ? asked is not null && await InMissingPaper(services, session, file, asked, form) : await InQuery(services, session, file, asked, form);
    }

    static async Task<bool> InDraft(IServiceProvider services, CitizenSession session, OpenDraft draft, string asked, IFormCollection form)
    {
        var question = Interview.Asked(draft.Service, draft.Answers).FirstOrDefault(question => question.Id == asked);
        if (question is null) return false;
        var answer = services.GetRequiredService<AnswerQuestion>();
        if (question.Type != "document")
        {
            await answer.Keep(draft, FormAnswer.Read(form, Interview.Together(draft.Service, draft.Answers, question)));
            return true;
        }
        var sent = new PaperForm(form, question, UploadPlace.InDraft(draft.Draft.DraftId, asked), session);
        if (!sent.HasFile) return false;
        var before = DocumentType.PaperOf(draft.Answers[asked]);
        var paper = await services.GetRequiredService<AttachPaper>().Run(sent, before?.Issued is null ? before : null);
        return paper.IsDone && (await answer.Run(draft, question, paper.Value)).IsDone;
    }

    static async Task<bool> InQuery(IServiceProvider services, CitizenSession session, CaseFile file, string? asked, IFormCollection form)
    {
        var replies = services.GetRequiredService<QueryReplies>();
        if (await replies.Of(file) is not { } query) return false;
        if (asked is null) return OfficersWords.Or(form["words"]) is { } words && await replies.KeepWords(query, words);
        if (query.Asked.FirstOrDefault(question => question.Id == asked) is not { } question) return false;
        if (question.Type != "document") return (await replies.Give(query, question, FormAnswer.Read(form))).IsDone;
        var sent = new PaperForm(form, question, UploadPlace.InCase(file.Case.CaseId, asked), session);
        if (!sent.HasFile) return false;
        var paper = await services.GetRequiredService<CasePaperForms>().Read(sent, file, DocumentType.PaperOf(query.Replies[asked]));
        return paper.IsDone && (await replies.Give(query, question, paper.Value)).IsDone;
    }

    static async Task<bool> InMissingPaper(IServiceProvider services, CitizenSession session, CaseFile file, string asked, IFormCollection form)
    {
        if (Interview.MissingPapers(file.Service, file.Answers).FirstOrDefault(missing => missing.Id == asked) is not { } question) return false;
        var pages = services.GetRequiredService<MissingPages>();
        var sent = new PaperForm(form, question, UploadPlace.InCase(file.Case.CaseId, asked), session);
        if (!sent.HasFile) return false;
        var paper = await services.GetRequiredService<CasePaperForms>().Read(sent, file, await pages.Of(file, asked));
        return paper.IsDone && (await pages.Keep(file, question, GivenPaper.Of(sent.Kind, paper.Value))).IsDone;
    }
}
