using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Corrections;

/// <summary>One answer of an application that was sent, with the fields it was first given in. No paper is given here.</summary>
public sealed class CorrectAnswerPage(PrepareCorrection prepare) : CitizenPage, IQuestionFields
{
    public CaseReference Reference { get; private set; }
    public OpenCorrection Correction { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public int Rows { get; private set; } = 1;
    public AnswerFacts Facts { get; private set; } = null!;
    public GivenPaper? Paper => null;
    public bool MayBringLater => false;
    public IReadOnlyList<OwnCertificate> Certificates => [];
    public ServiceDefinition? GotFrom => null;
    public IReadOnlyList<EarlierPaper> Earlier => [];
    public IReadOnlyList<Guid> Uploaded => [];
    public string Address => At($"cases/{Reference}/correct/{Question.Id}");

    public async Task<IActionResult> OnGet(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        Typed = Correction.Merged[Question.Id] is { } stored ? new(QuestionType.Of(Question).Typed(Question, stored)) : RawAnswer.Nothing;
        Rows = Math.Clamp(Typed.Rows, 1, Question.MaxRows ?? TableType.RowsAtMost);
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        Typed = FormAnswer.Read(Request.Form);
        Rows = Math.Max(1, Typed.Rows);
        if (Request.Form.ContainsKey("add_row"))
        {
            Rows++;
            return Page();
        }
        if (PlaceAsking.IsStep(Question, Facts, Typed)) return Page();
        var given = await prepare.Give(Correction, Question, Typed, Language);
        if (given.IsDone) return Redirect(At($"cases/{Reference}/correct"));
        Refuse(given.Refusals, FormAnswer.FieldOf);
        return Page();
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
