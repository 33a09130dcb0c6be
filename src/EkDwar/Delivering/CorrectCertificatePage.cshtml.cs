using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Delivering;

/// <summary>What a certificate states and may be corrected, as it was given, for the post that decided; sent, the certificate is made anew.</summary>
public sealed class CorrectCertificatePage(LookAtCase look, CorrectCertificate correct, UnsentForms unsent, IReadOnlyDictionary<string, StateProfile> states) : DeskPage
{
    const string Unsent = "correct", Field = "anew-";

    public CaseFile Opened { get; private set; } = null!;

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    public string CertificateAddress => Desk($"cases/{Opened.Case.Reference}/certificate");

    public bool IsProved => Opened.IsProved(Session);

    protected override bool IsForSigning => true;

    public AnswerBoxes Boxes => new(CorrectCertificate.Of(Opened), Field, question => new(QuestionType.Of(question).Typed(question, Opened.Answers[question.Id]!))) { NamesIn = states[Opened.Case.State].Language, HasRowsThereAlone = true };

    public async Task<IActionResult> OnGet(string reference)
    {
        if (await Open(reference) is { } answer) return answer;
        if (await unsent.Of(Session, Opened, Unsent) is not { } fields) return Page();
        PutBack(fields);
        HasUnsent = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? words)
    {
        if (await Open(reference) is { } answer) return answer;
        HasUnsent = Request.Form["kept"] == "yes";
        var done = await correct.Run(Session, Opened.Case.CaseId, long.TryParse(version, out var seen) ? seen : -1, words,
            question => AnswerBoxes.Parts(Request.Form, Field + StageForm.FieldOf(question, "")), Language);
        if (done.IsDone)
        {
            if (HasUnsent) await unsent.Drop(Session, Opened.Case.CaseId, Unsent);
            return SeeOther(CertificateAddress, "revoked", done.Value.ToString());
        }
        if (done.Refusals.Contains(SignedActs.ProveFirst))
        {
            await unsent.Keep(Session, Opened, Unsent, UnsentForms.Typed(Request.Form));
            return SeeOther(ProveAt(CertificateAddress + "/correct"));
        }
        PutBack(Request.Form.Where(field => field.Key.StartsWith(Field, StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray()));
        foreach (var problem in done.Refusals) Show(problem.Field is { } field && field != "words" ? problem with { Field = Field + field } : problem);
        return done.Refusals.Contains(Acts.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "certificates");
        if (!opened.IsDone) return NoSuchCase();
        Opened = opened.Value;
        return await correct.May(Session, Opened) ? null : NoSuchCase();
    }
}
