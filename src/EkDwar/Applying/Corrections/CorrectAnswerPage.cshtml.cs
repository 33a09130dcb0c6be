using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Corrections;

/// <summary>One answer of an application that was sent, with the fields it was first given in. No paper is given here.</summary>
public sealed class CorrectAnswerPage(PrepareCorrection prepare) : AskingPage
{
    public CaseReference Reference { get; private set; }
    public OpenCorrection Correction { get; private set; } = null!;
    public override string Address => At($"cases/{Reference}/correct/{Question.Id}");

    public async Task<IActionResult> OnGet(string reference, string question) =>
        await Open(reference, question) ?? Filled(AsTyped(Correction.Merged[Question.Id]));

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        ReadForm();
        if (IsStep()) return Page();
        var given = await prepare.Give(Correction, Question, Typed, Language);
        return given.IsDone ? Redirect(At($"cases/{Reference}/correct")) : Refused(given.Refusals);
    }

    /// <summary>Null where this may be corrected now.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await prepare.Of(Session, parsed) is not { } open) return NotFound();
        if (CorrectionRules.Of(open.File).FirstOrDefault(one => one.Id == question) is not { } found) return NotFound();
        if (open.IsAsked || !CorrectionRules.IsOpen(open.File)) return Redirect(At($"cases/{parsed}"));
        (Reference, Correction, Question, Facts) = (parsed, open, found, await prepare.Facts(open, Language));
        return null;
    }
}
