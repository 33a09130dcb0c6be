using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Corrections;

/// <summary>What may be corrected in an application that was sent, what she has changed so far, and why; sent as one.</summary>
public sealed class CorrectPage(PrepareCorrection prepare, EkDwarDb db) : CitizenPage
{
    public CaseReference Reference { get; private set; }
    public OpenCorrection Open { get; private set; } = null!;
    public bool TakesEffect { get; private set; }
    public string? Why { get; private set; }
    public IReadOnlyList<Question> Questions => CorrectionRules.Of(Open.File);

    AnswerFacts facts = null!;

    public async Task<IActionResult> OnGet(string reference) => await Find(reference) ?? Page();

    public async Task<IActionResult> OnPost(string reference, string? words, [FromServices] SendCorrection send)
    {
        if (await Find(reference) is { } elsewhere) return elsewhere;
        var sent = await send.Run(Session, Reference, words);
        // A double click, too, ends where the case is shown: the other request has sent it.
        if (sent.IsDone || await Find(reference) is RedirectResult) return Redirect(At($"cases/{Reference}"));
        Why = words;
        Refuse(sent.Refusals);
        return Page();
    }

    public IReadOnlyList<string> Now(Question question) => Interview.Show(question, Open.File.Answers, Language, facts);

    /// <summary>What shall stand there; null where it stays.</summary>
    public IReadOnlyList<string>? Anew(Question question) => Open.Anew.Has(question.Id) ? Interview.Show(question, Open.Anew, Language, facts) : null;

    async Task<IActionResult?> Find(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await prepare.Of(Session, parsed) is not { } open) return NotFound();
        if (open.IsAsked || !CorrectionRules.IsOpen(open.File)) return Redirect(At($"cases/{parsed}"));
        (Reference, Open, facts, TakesEffect) = (parsed, open, await prepare.Facts(open, Language), await SendCorrection.TakesEffect(db, open.File));
        return null;
    }
}
