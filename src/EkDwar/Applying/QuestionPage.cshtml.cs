using EkDwar.Applying.Uploads;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>One question of a draft, of any type; or those of a page that several share, which is found under the first of them.</summary>
public sealed class QuestionPage(Drafts drafts, AnswerQuestion answer, AttachPaper attach, TierOffers offers, QuestionAids aids) : AskingPage
{
    /// <summary>What the answers so far do not meet, said at once and not after ten more questions.</summary>
    public IReadOnlyList<EligibilityRule> NotMet => Draft.Service.NotMet(Draft.Answers, Draft.Facts.Today);

    public OpenDraft Draft { get; private set; } = null!;
    public override bool MayBringLater => true;
    public override IReadOnlyDictionary<string, string> OptionHints => offers.For(Draft, Question, Language);
    public override GivenPaper? Paper => DocumentType.PaperOf(Draft.Answers[Question.Id]);
    public override string Address => At(ApplyAddresses.Of(Draft.Service.Id, Question.Id));

    /// <summary>Where what stands in the fields is from, while she has not confirmed it.</summary>
    public string? Source { get; private set; }

    /// <summary>The page these questions share; null where the question stands alone.</summary>
    public SharedPage? Shared => Draft.Service.PageOf(Question);

    /// <summary>Of a page that several share: each with its fields.</summary>
    public IReadOnlyList<SharedFields> Fields { get; private set; } = [];

    public LocalText Heading => Shared?.Names ?? Question.Label;

    public string BackTo => Interview.Before(Draft.Service, Draft.Answers, together[0].Id) is { } before
        ? ApplyAddresses.Of(Draft.Service, Draft.Answers, before)
        : "services/" + Draft.Service.Id;

    IReadOnlyList<Question> together = [];

    public string SavedAt => DayPart.At(Draft.Draft.UpdatedAt, Language);

    public async Task<IActionResult> OnGet(string service, string question, int rows = 0)
    {
        if (await Open(service, question) is { } elsewhere) return elsewhere;
        if (together[0].Id != question) return Redirect(At(ApplyAddresses.Of(service, together[0].Id)));
        if (Shared is null) return Filled(Standing(), rows);
        var fields = new List<SharedFields>();
        foreach (var asked in together)
        {
            (Question, Source, Aid) = (asked, null, await aids.For(Session, Draft, asked));
            fields.Add(new(asked, Standing(), Facts, Source, this));
        }
        (Fields, Source) = (fields, null);
        return Page();
    }

    /// <summary>What stands in the fields before she types.</summary>
    RawAnswer Standing() => Drafts.TypedAt(Draft, Question.Id) ?? AsTyped(Draft.Answers[Question.Id]) ?? FilledIn();

    RawAnswer FilledIn()
    {
        if (Aid.Known is not { } known) return RawAnswer.Nothing;
        Source = known.SentOn is { } on ? T("applying.known_earlier", ("date", LongDate.Of(on, Language)), ("service", known.Service!.In(Language))) : T("applying.known_profile");
        return known.Typed;
    }

    public async Task<IActionResult> OnPost(string service, string question)
    {
        if (await Open(service, question) is { } elsewhere) return elsewhere;
        ReadForm();
        if (LanguageCode.TryParse(Request.Form["switch_language"], out var other)) return await Keep($"/{State.Code}/{other}/apply/{service}/{question}");
        if (Shared is not null) return await AnswerAll();
        if (AsksForRow) return await Keep(At($"apply/{service}/{question}") + $"?rows={Rows + 1}");
        if (IsStepToPlace) return await Keep(Address);
        var raw = await WithPaper();
        if (raw is null) return Page();
        var accepted = await answer.Run(Draft, Question, raw);
        var isMoreToCome = accepted.IsDone && Request.Form.ContainsKey("add_page");
        if (accepted.IsDone) return Redirect(At(isMoreToCome ? ApplyAddresses.Of(service, question) : ApplyAddresses.Next(Draft.Service, accepted.Value)));
        return Refused(accepted.Refusals);
    }

    async Task<IActionResult> AnswerAll()
    {
        var said = FormAnswer.Read(Request.Form, together);
        var accepted = await answer.Run(Draft, said);
        if (accepted.IsDone) return Redirect(At(ApplyAddresses.Next(Draft.Service, accepted.Value)));
        Fields = [.. said.Select(one => new SharedFields(one.Question, one.Raw, Facts, null, this))];
        return Refused(accepted.Refusals);
    }

    /// <summary>A paper she gave before, given here too.</summary>
    public async Task<IActionResult> OnPostEarlier(string service, string question, [FromForm(Name = "earlier")] string? chosen)
    {
        if (await Open(service, question) is { } elsewhere) return elsewhere;
        // Only what was offered to her: an id made up is nothing.
        if (Earlier.FirstOrDefault(one => one.Id == chosen) is not { } paper) return Redirect(Address);
        var given = await answer.Run(Draft, Question, new(paper.Paper.Typed()));
        return given.IsDone ? Redirect(At(ApplyAddresses.Next(Draft.Service, given.Value))) : Refused(given.Refusals);
    }

    /// <summary>One page of the paper moved up or taken out: "up-1", "remove-0".</summary>
    public async Task<IActionResult> OnPostPages(string service, string question, [FromForm(Name = "page")] string? change)
    {
        if (await Open(service, question) is { } elsewhere) return elsewhere;
        if (Paper?.Changed(change) is not { } paper) return Redirect(Address);
        var changed = await answer.Change(Draft, Question, paper);
        return changed.IsDone ? Redirect(Address) : Refused(changed.Refusals);
    }

    /// <summary>For a document: her certificate, the files checked and kept after the pages kept before, or "later". Null when it was refused.</summary>
    async Task<RawAnswer?> WithPaper()
    {
        if (Question.Type != "document") return Typed;
        if (Typed["certificate"].Length > 0 && !Session.IsForAnother) return Kept(await aids.Own.Give(Draft.Person.PersonId, State.Code, Question, Typed["certificate"]));
        var sent = new PaperForm(Request.Form, Question, UploadPlace.InDraft(Draft.Draft.DraftId, Question.Id), Session);
        // A paper that came is not to come later, whatever was ticked before.
        if (!sent.HasFile && (Typed["later"] == "yes" || Paper is null && Question.Optional && Typed.IsBlank)) return Typed;
        // A certificate of this house is what it is, and no page comes after it; another paper may have been called by the wrong name.
        if (Paper?.Issued is not null) return sent.HasFile ? Kept(await attach.Run(sent)) : new(Paper.Typed());
        return Kept(await attach.Run(sent, Paper));
    }

    RawAnswer? Kept(Outcome<RawAnswer> attached)
    {
        if (attached.IsDone) return attached.Value;
        Refuse(attached.Refusals, FormAnswer.FieldOf);
        return null;
    }

    async Task<IActionResult> Keep(string next)
    {
        if (Question.Type != "document") await answer.Keep(Draft, FormAnswer.Read(Request.Form, together));
        return Redirect(next);
    }

    /// <summary>Opens the draft at this question; elsewhere when it is not to be answered now.</summary>
    async Task<IActionResult?> Open(string service, string question)
    {
        if (Session.PersonId is null || await drafts.Open(Session, State.Code, service) is not { } draft) return Redirect(At("apply/" + service));
        Draft = draft with { Facts = draft.Facts with { Language = Language } };
        var asked = Interview.Asked(draft.Service, draft.Answers).FirstOrDefault(q => q.Id == question);
        if (asked is null) return NotFound();
        (Question, Facts) = (asked, Draft.Facts);
        Aid = await aids.For(Session, Draft, asked);
        together = Interview.Together(draft.Service, draft.Answers, asked);
        var next = Interview.Next(draft.Service, draft.Answers);
        // A question after the first open one is not asked yet, unless it stands on the same page.
        return together.Any(one => draft.Answers.Has(one.Id) || next?.Id == one.Id) ? null : Redirect(At(ApplyAddresses.Next(draft)));
    }
}
