using EkDwar.Applying.Uploads;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>One answer or paper that a query says is at fault, to be given anew, with the fields it was first given in.</summary>
public sealed class GiveAnewPage(TrackCase track, QueryReplies replies, QuestionAids aids, CasePaperForms forms) : CitizenPage, IQuestionFields
{
    public CaseReference Reference { get; private set; }
    public OpenQuery Query { get; private set; } = null!;
    public Question Question { get; private set; } = null!;
    public RawAnswer Typed { get; private set; } = RawAnswer.Nothing;
    public int Rows { get; private set; } = 1;
    public AnswerFacts Facts { get; private set; } = null!;
    public bool MayBringLater => false;
    public IReadOnlyList<OwnCertificate> Certificates => aid.Certificates;
    public ServiceDefinition? GotFrom => aid.GotFrom;
    public IReadOnlyList<EarlierPaper> Earlier => aid.Earlier;
    public IReadOnlyList<Guid> Uploaded => aid.Uploaded;
    public Defect? Defect => Query.Defects.FirstOrDefault(defect => defect.Question == Question.Id);

    /// <summary>Only what was given anew: the paper at fault stays as it is until then.</summary>
    public GivenPaper? Paper => DocumentType.PaperOf(Query.Replies[Question.Id]);
    public string Address => At($"cases/{Reference}/query/{Question.Id}");

    QuestionAid aid = null!;

    public async Task<IActionResult> OnGet(string reference, string question)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        Typed = (Query.Replies[Question.Id] ?? Query.File.Answers[Question.Id]) is { } stored ? new(QuestionType.Of(Question).Typed(Question, stored)) : RawAnswer.Nothing;
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
        var raw = Question.Type == "document" && Typed["later"] != "yes" ? await forms.Read(new(Request.Form, Question, UploadPlace.InCase(Reference.CaseId, Question.Id), Session), Query.File, Paper) : Typed;
        var given = raw.IsDone ? await replies.Give(Query, Question, raw.Value) : raw.Refusals.ToList();
        if (given.IsDone) return Redirect(Request.Form.ContainsKey("add_page") ? Address : At($"cases/{Reference}/query"));
        Refuse(given.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    /// <summary>A paper she gave before, given here too.</summary>
    public async Task<IActionResult> OnPostEarlier(string reference, string question, [FromForm(Name = "earlier")] string? chosen)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Earlier.FirstOrDefault(one => one.Id == chosen) is not { } earlier) return Redirect(Address);
        var given = await replies.Give(Query, Question, new(earlier.Paper.Typed()));
        if (given.IsDone) return Redirect(At($"cases/{Reference}/query"));
        Refuse(given.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    public async Task<IActionResult> OnPostPages(string reference, string question, [FromForm(Name = "page")] string? change)
    {
        if (await Open(reference, question) is { } elsewhere) return elsewhere;
        if (Paper?.Changed(change) is not { } paper) return Redirect(Address);
        var changed = await replies.Change(Query, Question, paper);
        if (changed.IsDone) return Redirect(Address);
        Refuse(changed.Refusals, FormAnswer.FieldOf);
        return Page();
    }

    /// <summary>Null when this is at fault, or follows from what was; every other answer stands as it was sent.</summary>
    async Task<IActionResult?> Open(string reference, string question)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        if (await replies.Of(file) is not { } query) return await replies.WasAsked(file) ? Redirect(At($"cases/{parsed}")) : NotFound();
        if (query.Asked.FirstOrDefault(asked => asked.Id == question) is not { } found) return NotFound();
        (Reference, Query, Question, Facts) = (parsed, query, found, await replies.Facts(query, Language));
        aid = await aids.For(Session, file, found, Paper, DocumentType.PaperOf(file.Answers[question]));
        return null;
    }
}
