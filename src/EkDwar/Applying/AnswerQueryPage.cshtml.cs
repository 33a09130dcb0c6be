using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>The office's one question, and the citizen's answer: words, and a new paper where one was at fault.</summary>
public sealed class AnswerQueryPage(TrackCase track, Timeline timeline, AttachPaper attach, AnswerQuery answer) : CitizenPage, IPaperFields
{
    public CaseReference Reference { get; private set; }
    public IReadOnlyList<Question> About { get; private set; } = [];
    public new string Words { get; private set; } = "";
    public string? Answer { get; private set; }
    public string Kind { get; private set; } = "";
    public bool IsPageHeading => false;

    /// <summary>The first paper at fault; null when the question is about answers only.</summary>
    public Question Question => About.FirstOrDefault(question => question.Type == "document")!;

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ?? Page();

    public async Task<IActionResult> OnPost(string reference, string? words)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        Answer = words;
        Kind = FormAnswer.Read(Request.Form)["kind"];
        var files = FormAnswer.Files(Request.Form);
        var paper = files.Count == 0 ? null : await attach.Run(Kind, files);
        var sent = paper is { IsDone: false } ? paper.Refusals.ToList() : await answer.Run(Session, Reference.CaseId, words, Question?.Id, paper?.Value);
        if (sent.IsDone) return Redirect(At($"cases/{Reference}"));
        // A double click: the other request has answered.
        if (sent.Refusals.Any(refusal => refusal.Field is null) && await Open(reference) is { } meanwhile) return meanwhile;
        Refuse(sent.Refusals, field => field == "words" ? field : FormAnswer.FieldOf(field));
        return Page();
    }

    /// <summary>Null when a query is open. Answered already, perhaps by this very form, whose answer was lost: the tracker says so.</summary>
    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file) return NotFound();
        if ((await timeline.Of(file)).LastOrDefault(entry => entry.Kind == CaseEvent.QueryRaised) is not { } query) return NotFound();
        if (file.Case.Status != CaseStatus.AwaitingCitizen) return Redirect(At($"cases/{parsed}"));
        Reference = parsed;
        About = [.. (query.Body.About ?? []).Select(file.Service.Question)];
        Words = query.Body.Words ?? "";
        return null;
    }
}
