using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Catalogue.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Corrections;

/// <summary>One answer or paper of an application that was sent, to be given anew with the fields it was first given in.</summary>
public sealed class CorrectAnswerPage(PrepareCorrection prepare, QuestionAids aids, CasePaperForms forms) : AskingPage
{
    public CaseReference Reference { get; private set; }
    public OpenCorrection Correction { get; private set; } = null!;

    /// <summary>Only what was given anew: the paper that is there stays until then.</summary>
    public override GivenPaper? Paper => DocumentType.PaperOf(Correction.Anew[Question.Id]);
    public override string Address => At($"cases/{Reference}/correct/{Question.Id}");

    string Whole => At($"cases/{Reference}/correct");

    public async Task<IActionResult> OnGet(string reference, string question) =>
        await Open(reference, question) ?? Filled(AsTyped(Correction.Merged[Question.Id]));

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        ReadForm();
        if (IsStep()) return Page();
        var raw = Question.Type == "document" ? await forms.Read(new(Request.Form, Question, UploadPlace.InCase(Reference.CaseId, Question.Id), Session), Correction.File, Paper) : Typed;
        var given = raw.IsDone ? await prepare.Give(Correction, Question, raw.Value, Language) : raw.Refusals.ToList();
        return given.IsDone ? Redirect(Request.Form.ContainsKey("add_page") ? Address : Whole) : Refused(given.Refusals);
    }

    /// <summary>A paper she gave before, given here too.</summary>
    public async Task<IActionResult> OnPostEarlier(string reference, string question, [FromForm(Name = "earlier")] string? chosen)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Earlier.FirstOrDefault(one => one.Id == chosen) is not { } earlier) return Redirect(Address);
        var given = await prepare.Give(Correction, Question, new(earlier.Paper.Typed()), Language);
        return given.IsDone ? Redirect(Whole) : Refused(given.Refusals);
    }

    public async Task<IActionResult> OnPostPages(string reference, string question, [FromForm(Name = "page")] string? change)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Paper?.Changed(change) is not { } paper) return Redirect(Address);
        var changed = await prepare.Change(Correction, Question, paper);
        return changed.IsDone ? Redirect(Address) : Refused(changed.Refusals);
    }

    /// <summary>Null where this may be corrected now.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await prepare.Of(Session, parsed) is not { } open) return NotFound();
        if (CorrectionRules.Of(open.File).FirstOrDefault(one => one.Id == question) is not { } found) return NotFound();
        if (open.IsAsked || !CorrectionRules.IsOpen(open.File)) return Redirect(At($"cases/{parsed}"));
        (Reference, Correction, Question, Facts) = (parsed, open, found, await prepare.Facts(open, Language));
        Aid = await aids.For(Session, open.File, found, Paper, DocumentType.PaperOf(open.File.Answers[question]));
        return null;
    }
}
