using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>One answer or paper that a query says is at fault, to be given anew, with the fields it was first given in.</summary>
public sealed class GiveAnewPage(TrackCase track, QueryReplies replies, QuestionAids aids, CasePaperForms forms) : AskingPage
{
    public CaseReference Reference { get; private set; }
    public OpenQuery Query { get; private set; } = null!;
    public Defect? Defect => Query.Defects.FirstOrDefault(defect => defect.Question == Question.Id);

    /// <summary>Only what was given anew: the paper at fault stays as it is until then.</summary>
    public override GivenPaper? Paper => DocumentType.PaperOf(Query.Replies[Question.Id]);
    public override string Address => At($"cases/{Reference}/query/{Question.Id}");

    public async Task<IActionResult> OnGet(string reference, string question) =>
        await Open(reference, question) ?? Filled(AsTyped(Query.Replies[Question.Id] ?? Query.File.Answers[Question.Id]));

    public async Task<IActionResult> OnPost(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        ReadForm();
        if (IsStep()) return Page();
        var raw = Question.Type == "document" && Typed["later"] != "yes" ? await forms.Read(new(Request.Form, Question, UploadPlace.InCase(Reference.CaseId, Question.Id), Session), Query.File, Paper) : Typed;
        var given = raw.IsDone ? await replies.Give(Query, Question, raw.Value) : raw.Refusals.ToList();
        return given.IsDone ? Redirect(Request.Form.ContainsKey("add_page") ? Address : At($"cases/{Reference}/query")) : Refused(given.Refusals);
    }

    /// <summary>A paper she gave before, given here too.</summary>
    public async Task<IActionResult> OnPostEarlier(string reference, string question, [FromForm(Name = "earlier")] string? chosen)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Earlier.FirstOrDefault(one => one.Id == chosen) is not { } earlier) return Redirect(Address);
        var given = await replies.Give(Query, Question, new(earlier.Paper.Typed()));
        return given.IsDone ? Redirect(At($"cases/{Reference}/query")) : Refused(given.Refusals);
    }

    public async Task<IActionResult> OnPostPages(string reference, string question, [FromForm(Name = "page")] string? change)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Paper?.Changed(change) is not { } paper) return Redirect(Address);
        var changed = await replies.Change(Query, Question, paper);
        return changed.IsDone ? Redirect(Address) : Refused(changed.Refusals);
    }

    /// <summary>Null when this is at fault, or follows from what was; every other answer stands as it was sent.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        if (await replies.Of(file) is not { } query) return await replies.WasAsked(file) ? Redirect(At($"cases/{parsed}")) : NotFound();
        if (query.Asked.FirstOrDefault(asked => asked.Id == question) is not { } found) return NotFound();
        (Reference, Query, Question, Facts) = (parsed, query, found, await replies.Facts(query, Language));
        Aid = await aids.For(Session, file, found, Paper, DocumentType.PaperOf(file.Answers[question]));
        return null;
    }
}
