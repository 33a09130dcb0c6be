using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>The office's one question, what is at fault and why, each with the way to give it anew; and words, where something stays as it is.</summary>
public sealed class AnswerQueryPage(TrackCase track, QueryReplies replies, AnswerQuery answer) : CitizenPage
{
    public CaseReference Reference { get; private set; }
    public OpenQuery Query { get; private set; } = null!;
    public string? Answer { get; private set; }

    public string AddressOf(Question question) => At($"cases/{Reference}/query/{question.Id}");

    public Defect? DefectOf(Question question) => Query.Defects.FirstOrDefault(defect => defect.Question == question.Id);

    public async Task<IActionResult> OnGet(string reference)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        Answer = Query.Words;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? words)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        Answer = words;
        var sent = await answer.Run(Session, Reference.CaseId, words);
        if (sent.IsDone) return Redirect(At($"cases/{Reference}"));
        // A double click: the other request has answered.
        if (sent.Refusals.Any(refusal => refusal.Field is null) && await Open(reference) is { } meanwhile) return meanwhile;
        Refuse(sent.Refusals);
        return Page();
    }

    /// <summary>Null when a query is open. Answered already, perhaps by this very form, whose answer was lost: the tracker says so.</summary>
    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        if (await replies.Of(file) is not { } query) return await replies.WasAsked(file) ? Redirect(At($"cases/{parsed}")) : NotFound();
        (Reference, Query) = (parsed, query);
        return null;
    }
}
