using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Applying.Corrections;

/// <summary>A correction that waits for the office, taken back by who sent it; shown once more before it is done.</summary>
public sealed class TakeBackCorrectionPage(PrepareCorrection prepare, TakeBackCorrection takeBack) : CitizenPage
{
    public CaseReference Reference { get; private set; }

    /// <summary>What waits; null once the office has answered.</summary>
    public OpenCorrection? Waiting { get; private set; }

    AnswerFacts facts = null!;

    public async Task<IActionResult> OnGet(string reference) =>
        !await Open(reference) ? NotFound() : Waiting is null ? Redirect(At($"cases/{Reference}")) : Page();

    public async Task<IActionResult> OnPost(string reference)
    {
        if (!await Open(reference)) return NotFound();
        var taken = await takeBack.Run(Session, Reference);
        if (taken.IsDone) return Redirect(At($"cases/{Reference}"));
        // The office was first: the page says so, and what it answered stands on the tracker.
        Waiting = null;
        Refuse(taken.Refusals);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    public IReadOnlyList<string> Anew(Question question) => Interview.Show(question, Waiting!.Anew, Language, facts);

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await prepare.Of(Session, parsed) is not { } open) return false;
        (Reference, Waiting, facts) = (parsed, open.IsAsked ? open : null, await prepare.Facts(open, Language));
        return true;
    }
}
