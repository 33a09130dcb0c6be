using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Gives a paper the acknowledgement named as missing, its pages one by one if she likes; the clock starts with the last paper.</summary>
public sealed class MissingPaperPage(TrackCase track, QuestionAids aids, CasePaperForms forms, MissingPages pages, GiveMissingPaper give) : CitizenPage, IQuestionFields
{
    public CaseReference Reference { get; private set; }
    public Question Question { get; private set; } = null!;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public GivenPaper? Paper { get; private set; }
    public string Address => At($"cases/{Reference}/papers/{Question.Id}");
    public int Rows => 1;

    // A paper asks for no place and no day.
    public AnswerFacts Facts { get; } = AnswerFacts.WithoutPlaces(default);
    public bool MayBringLater => false;
    public ServiceDefinition? GotFrom => aid.GotFrom;
    public IReadOnlyList<Guid> Uploaded => aid.Uploaded;

    /// <summary>What she gave before, or has got from this house meanwhile, and may give.</summary>
    public IReadOnlyList<EarlierPaper> Earlier => aid.Earlier;
    public IReadOnlyList<OwnCertificate> Certificates => aid.Certificates;

    CaseFile file = null!;
    QuestionAid aid = null!;

    public async Task<IActionResult> OnGet(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        Typed = Paper is null ? RawAnswer.Nothing : new(Paper.Typed());
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        Typed = FormAnswer.Read(Request.Form);
        var sent = new PaperForm(Request.Form, Question, UploadPlace.InCase(Reference.CaseId, Question.Id), Session);
        var paper = await forms.Read(sent, file, Paper);
        if (!paper.IsDone) return Refused(paper.Refusals);
        if (!sent.AsksForMore) return await Give(paper.Value);
        var kept = await pages.Keep(file, Question, GivenPaper.Of(sent.Kind, paper.Value));
        return kept.IsDone ? Redirect(Address) : Refused(kept.Refusals);
    }

    /// <summary>A paper she gave before, given here too.</summary>
    public async Task<IActionResult> OnPostEarlier(string reference, string question, [FromForm(Name = "earlier")] string? chosen)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        return Earlier.FirstOrDefault(one => one.Id == chosen) is { } earlier ? await Give(new(earlier.Paper.Typed())) : Redirect(Address);
    }

    public async Task<IActionResult> OnPostPages(string reference, string question, [FromForm(Name = "page")] string? change)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Paper?.Changed(change) is not { } changed) return Redirect(Address);
        var kept = await pages.Keep(file, Question, changed);
        return kept.IsDone ? Redirect(Address) : Refused(kept.Refusals);
    }

    async Task<IActionResult> Give(RawAnswer paper)
    {
        var given = await give.Run(Session, Reference.CaseId, Question.Id, paper);
        if (given.IsDone) return Redirect(At($"cases/{Reference}/submitted"));
        // A double click: the other request has given it.
        if (given.Refusals.Any(refusal => refusal.Field is null) && await Open($"{Reference}", Question.Id) is { } meanwhile) return meanwhile;
        return Refused(given.Refusals);
    }

    IActionResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refuse(refusals, FormAnswer.FieldOf);
        return Page();
    }

    /// <summary>Null when the paper is still missing. Given already, perhaps by this very form, whose answer was lost: the acknowledgement says so.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } found) return NotFound();
        var answers = found.Answers;
        if (found.Service.Questions.Find(q => q.Id == question && q.Type == "document") is not { } asked) return NotFound();
        if (DocumentType.PaperOf(answers[question]) is not null) return Redirect(At($"cases/{parsed}/submitted"));
        if (Interview.MissingPapers(found.Service, answers).FirstOrDefault(missing => missing.Id == asked.Id) is not { } offered) return NotFound();
        (Reference, Question, file) = (parsed, offered, found);
        Paper = await pages.Of(found, offered.Id);
        aid = await aids.For(Session, found, offered, Paper);
        return null;
    }
}
