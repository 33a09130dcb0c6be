using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Gives a paper the acknowledgement named as missing; the clock starts with the last one.</summary>
public sealed class MissingPaperPage(TrackCase track, AttachPaper attach, GiveMissingPaper give, OwnCertificates own) : CitizenPage, IPaperFields
{
    public CaseReference Reference { get; private set; }
    public Question Question { get; private set; } = null!;
    public string Kind { get; private set; } = "";
    public bool IsPageHeading => true;

    /// <summary>What she has got from this house meanwhile, and may give.</summary>
    public IReadOnlyList<OwnCertificate> Certificates { get; private set; } = [];

    Guid applicant;

    public async Task<IActionResult> OnGet(string reference, string question) => await Open(reference, question) ?? Page();

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        var typed = FormAnswer.Read(Request.Form);
        Kind = typed["kind"];
        var paper = typed["certificate"].Length > 0 ? await own.Give(applicant, State.Code, Question, typed["certificate"]) : await attach.Run(Kind, FormAnswer.Files(Request.Form));
        var given = paper.IsDone ? await give.Run(Session, Reference.CaseId, question, paper.Value) : paper.Refusals.ToList();
        if (given.IsDone) return Redirect(At($"cases/{Reference}/submitted"));
        // A double click: the other request has given it.
        if (given.Refusals.Any(refusal => refusal.Field is null) && await Open(reference, question) is { } meanwhile) return meanwhile;
        Refuse(given.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    /// <summary>Null when the paper is still missing. Given already, perhaps by this very form, whose answer was lost: the acknowledgement says so.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file) return NotFound();
        var answers = file.Answers;
        if (file.Service.Questions.Find(q => q.Id == question && q.Type == "document") is not { } asked) return NotFound();
        if (DocumentType.PaperOf(answers[question]) is not null) return Redirect(At($"cases/{parsed}/submitted"));
        if (Interview.MissingPapers(file.Service, answers).FirstOrDefault(missing => missing.Id == asked.Id) is not { } offered) return NotFound();
        (Reference, Question, applicant) = (parsed, offered, file.Case.ApplicantId);
        Certificates = await own.For(applicant, State.Code, offered);
        return null;
    }
}
