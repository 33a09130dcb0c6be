using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Gives a paper the acknowledgement named as missing, its pages one by one if she likes; the clock starts with the last paper.</summary>
public sealed class MissingPaperPage(TrackCase track, QuestionAids aids, CasePaperForms forms, MissingPages pages, GiveMissingPaper give) : AskingPage
{
    public CaseReference Reference { get; private set; }
    public override GivenPaper? Paper => paper;
    public override string Address => At($"cases/{Reference}/papers/{Question.Id}");

    CaseFile file = null!;
    GivenPaper? paper;

    public async Task<IActionResult> OnGet(string reference, string question) =>
        await Open(reference, question) ?? Filled(Paper is null ? null : new(Paper.Typed()));

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        ReadForm();
        var sent = new PaperForm(Request.Form, Question, UploadPlace.InCase(Reference.CaseId, Question.Id), Session);
        var read = await forms.Read(sent, file, Paper);
        if (!read.IsDone) return Refused(read.Refusals);
        if (!sent.AsksForMore) return await Give(read.Value);
        var kept = await pages.Keep(file, Question, GivenPaper.Of(sent.Kind, read.Value));
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

    async Task<IActionResult> Give(RawAnswer given)
    {
        var taken = await give.Run(Session, Reference.CaseId, Question.Id, given);
        if (taken.IsDone) return Redirect(At($"cases/{Reference}/submitted"));
        // A double click: the other request has given it.
        if (taken.Refusals.Any(refusal => refusal.Field is null) && await Open($"{Reference}", Question.Id) is { } meanwhile) return meanwhile;
        return Refused(taken.Refusals);
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
        paper = await pages.Of(found, offered.Id);
        Aid = await aids.For(Session, found, offered, Paper);
        return null;
    }
}
