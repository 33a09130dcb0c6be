using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Design;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>
/// "Can I get this?", before signing in: only the questions the service's conditions read, one a page, until one is not
/// met or all are. Nothing is kept; what was said so far travels in the form. A no is advice, and she may still apply.
/// </summary>
public sealed class EligibilityPage(PublishedServices services, PostDirectory directory, IDataProtectionProvider protection, TimeProvider time) : EkPage, IQuestionFields
{
    const int LongestKnown = 20_000;

    /// <summary>The question that is asked now; null when the answer is there.</summary>
    public Question? Question { get; private set; }
    public ServiceDefinition Service { get; private set; } = null!;
    public IReadOnlyList<EligibilityRule> NotMet { get; private set; } = [];

    /// <summary>What it depends on still when all was asked: an answer that is known too roughly.</summary>
    public IReadOnlyList<Question> DependsOn => Prospect.Of(Service, answers, Facts.Today).DependsOn;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public AnswerFacts Facts { get; private set; } = null!;
    /// <summary>What was said so far, sealed: only what was asked and accepted here comes back.</summary>
    public string Known => seal.Protect(answers.ToText());
    public int Rows { get; private set; } = 1;
    public string Address => "";
    public IReadOnlyList<Guid> Uploaded => [];
    public IReadOnlyList<EarlierPaper> Earlier => [];
    public GivenPaper? Paper => null;
    public bool MayBringLater => true;
    public IReadOnlyList<OwnCertificate> Certificates => [];
    public ServiceDefinition? GotFrom => null;
    Question IQuestionFields.Question => Question!;

    Answers answers = Answers.None;
    IDataProtector seal = null!;

    public async Task<IActionResult> OnGet(string service)
    {
        if (!await Open(service)) return NotFound();
        Question = NextOf(Interview.Deciding(Service));
        return Page();
    }

    public async Task<IActionResult> OnPost(string service, string? known, string? at)
    {
        if (!await Open(service)) return NotFound();
        var deciding = Interview.Deciding(Service);
        if (deciding.FirstOrDefault(question => question.Id == at) is not { } asked || !Read(known, deciding))
        {
            Response.Headers.Location = At($"services/{service}/eligible");
            return StatusCode(StatusCodes.Status303SeeOther);
        }
        var question = asked.Offering(Service.Questions, answers);
        Typed = FormAnswer.Read(Request.Form);
        Rows = Math.Clamp(Typed.Rows, 1, question.MaxRows ?? TableType.RowsAtMost);
        if (Request.Form.ContainsKey("add_row"))
        {
            (Question, Rows) = (question, Math.Min(Rows + 1, question.MaxRows ?? TableType.RowsAtMost));
            return Page();
        }
        if (PlaceAsking.IsStep(question, Facts, Typed))
        {
            Question = question;
            return Page();
        }
        var accepted = Interview.Accept(Service, answers, question, Typed, Facts);
        if (!accepted.IsDone)
        {
            Question = question;
            Refuse(accepted.Refusals, FormAnswer.FieldOf);
            return Page();
        }
        ModelState.Clear();
        (answers, Typed, Rows) = (accepted.Value, RawAnswer.Nothing, 1);
        NotMet = Service.NotMet(answers, Facts.Today);
        if (NotMet.Count == 0) Question = NextOf(deciding);
        return Page();
    }

    Question? NextOf(IReadOnlyList<Question> deciding) => deciding.FirstOrDefault(question => !answers.Has(question.Id) && question.IsAsked(Service.Questions, answers))?.Offering(Service.Questions, answers);

    async Task<bool> Open(string service)
    {
        if (await services.Current(State.Code, service) is not { Eligibility.Count: > 0 } found) return false;
        Service = found;
        Facts = new(time.Today(), await directory.Offered(found), Language);
        // Of this version alone: a question of another may have become one of another type.
        seal = protection.CreateProtector("eligible", State.Code, found.Id, $"{found.Version}");
        return true;
    }

    /// <summary>What was said before, as the form brings it: only answers that still hold. False for what no form of ours sends.</summary>
    bool Read(string? known, IReadOnlyList<Question> deciding)
    {
        if (known is null or { Length: > LongestKnown }) return false;
        try
        {
            var said = Answers.Parse(seal.Unprotect(known));
            answers = said.Only(id => deciding.FirstOrDefault(question => question.Id == id) is { } question
                && said[id] is { } answer && QuestionType.Of(question).StillHolds(question, answer, Facts));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
