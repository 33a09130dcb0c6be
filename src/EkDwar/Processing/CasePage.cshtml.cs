using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Processing.Corrections;
using EkDwar.Processing.Duplicates;
using EkDwar.Processing.SecondQueries;
using EkDwar.Processing.Visits;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>A case on the desk: who, what, till when; answers beside papers; what happened; and what this stage may do about it.</summary>
public sealed class CasePage(LookAtCase look, ReadDeskCase read, BesideCase beside, UnsentForms unsent, TimeProvider time) : DeskPage
{
    const string Unsent = "case", Finding = "find-";

    public DeskCase Case { get; private set; } = null!;
    public Beside Beside { get; private set; } = Beside.Nothing;

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    /// <summary>What she has just done that leaves the case here.</summary>
    public string? Done { get; private set; }

    /// <summary>A query that is not written yet is folded away.</summary>
    public bool IsQueryOpen => ModelState.Keys.Any(key => key.StartsWith("query-", StringComparison.Ordinal));

    public bool IsNoteOpen => ModelState.Keys.Any(key => key.StartsWith("note-", StringComparison.Ordinal));

    public bool IsVisitOpen => ModelState.Keys.Any(key => key.StartsWith("visit-", StringComparison.Ordinal));

    public bool IsDuplicateOpen => ModelState.Keys.Any(key => key.StartsWith("duplicate-", StringComparison.Ordinal));

    public bool IsReturnOpen => ModelState.Keys.Any(key => key.StartsWith("return-", StringComparison.Ordinal));

    public bool MayActHere => Case.IsHere(Session.PostId) && Case.Case.Status == CaseStatus.InProcess;
    public DueTag Due => DueTag.Of(Case.Case, time.Today(), Language);
    public string Address => Desk("cases/" + Case.Case.Reference);

    /// <summary>What may be wrong with an answer; first that nothing is.</summary>
    public IReadOnlyList<Choice> Reasons(Question question) =>
        [new("", T("processing.nothing_wrong")), .. Defect.ReasonsFor(question).Select(reason => new Choice(reason, T("cases.defect." + reason)))];

    public bool May(string action) => MayActHere && Case.File.Stage is { } stage && stage.May(action);

    public async Task<IActionResult> OnGet(string reference)
    {
        var opened = await Open(reference, null);
        Done = JustDone() is (("found" or "started" or "noted" or "claimed" or "visit_asked" or "visit_withdrawn" or "leave_asked" or "leave_taken_back" or "correction_answered") and var act, var about) && about == reference ? T("processing.done." + act) : null;
        if (Case is null || !MayActHere || await unsent.Of(Session, Case.File, Unsent) is not { } fields) return opened;
        PutBack(fields);
        HasUnsent = true;
        return opened;
    }

    public async Task<IActionResult> OnPostForward(string reference, string? version, [FromForm(Name = "forward-note")] string? note,
        [FromServices] ForwardCase forward) =>
        await After("forwarded", "forward", reference, id => forward.Run(Session, id, Seen(version), note, Ticks("forward")));

    public async Task<IActionResult> OnPostReport(string reference, string? version, [FromForm(Name = "report-recommends")] string? recommends,
        [FromForm(Name = "report-words")] string? words, [FromServices] ReportFromField report)
    {
        bool? isRecommended = recommends switch { "yes" => true, "no" => false, _ => null };
        return await After("reported", "report", reference, id => report.Run(Session, id, Seen(version), isRecommended, words, Ticks("report")));
    }

    public async Task<IActionResult> OnPostVisit(string reference, string? version, [FromForm(Name = "visit-name")] string? name, [FromForm(Name = "visit-mobile")] string? mobile,
        [FromForm(Name = "visit-words")] string? words, [FromServices] AskFieldVisit ask) =>
        await After("visit_asked", "visit", reference, id => ask.Run(Session, id, Seen(version), name, mobile, words));

    public async Task<IActionResult> OnPostWithdraw(string reference, string? version, [FromForm(Name = "visit")] int visit, [FromServices] WithdrawFieldVisit withdraw) =>
        await After("visit_withdrawn", "visit", reference, id => withdraw.Run(Session, id, Seen(version), visit));

    public async Task<IActionResult> OnPostDuplicate(string reference, string? version, [FromForm(Name = "duplicate-other")] string? other,
        [FromForm(Name = "duplicate-words")] string? words, [FromServices] CloseDuplicate close) =>
        await After("closed", "duplicate", reference, id => close.Run(Session, id, Seen(version), other, words));

    public async Task<IActionResult> OnPostReturn(string reference, string? version, [FromForm(Name = "return-stage")] string? stage,
        [FromForm(Name = "return-words")] string? words, [FromServices] ReturnCase giveBack) =>
        await After("returned", "return", reference, id => giveBack.Run(Session, id, Seen(version), stage, words));

    public async Task<IActionResult> OnPostStart(string reference, string? version, [FromForm(Name = "start-words")] string? paper, [FromServices] StartClock start) =>
        await After("started", "start", reference, id => start.Run(Session, id, Seen(version), AnswerBoxes.Parts(Request.Form, "start-on"), paper));

    public async Task<IActionResult> OnPostFind(string reference, string? version, [FromServices] RecordFindings findings) =>
        await After("found", "find", reference, id => findings.Run(Session, id, Seen(version), question => Typed(Request.Form, question), Language, question => Request.Form.Files.GetFiles(Finding + StageForm.FieldOf(question, "file"))));

    public async Task<IActionResult> OnPostQuery(string reference, string? version, [FromForm(Name = "query-words")] string? words, [FromServices] RaiseQuery query) =>
        await After("queried", "query", reference, id => query.Run(Session, id, Seen(version), DefectsOf(Request.Form), words));

    public async Task<IActionResult> OnPostSecond(string reference, string? version, [FromForm(Name = "query-words")] string? words, [FromForm(Name = "query-why")] string? why, [FromServices] AskSecondQuery ask) =>
        await After("leave_asked", "query", reference, id => ask.Run(Session, id, Seen(version), DefectsOf(Request.Form), words, why));

    public async Task<IActionResult> OnPostTakeBack(string reference, string? version, [FromServices] TakeBackSecondQuery takeBack) =>
        await After("leave_taken_back", "leave", reference, id => takeBack.Run(Session, id, Seen(version)));

    public async Task<IActionResult> OnPostCorrection(string reference, string? version, [FromForm(Name = "correction-verdict")] string? verdict, [FromForm(Name = "correction-words")] string? words, [FromServices] AnswerCorrection answer) =>
        await After("correction_answered", "correction", reference, id => answer.Run(Session, id, Seen(version), verdict switch { "yes" => true, "no" => false, _ => null }, words));

    public async Task<IActionResult> OnPostNote(string reference, string? version, [FromForm(Name = "note-words")] string? words, [FromServices] WriteNote note) =>
        await After("noted", "note", reference, id => note.Run(Session, id, Seen(version), words));

    Checked Ticks(string form) => Checked.Of(Request.Form[form + "-check"], Request.Form[form + "-check-why"]);

    /// <summary>What must be ticked before the case leaves this stage, as a form shows it.</summary>
    public ChecklistView Checklist(string field, bool asksWhy = true) => new(Case.File.Stage!, field, [], asksWhy);

    /// <summary>The answers of which the form says what is wrong, in its order.</summary>
    static List<Defect> DefectsOf(IFormCollection form)
    {
        const string reason = "query-reason-";
        return [.. form.Keys.Where(key => key.StartsWith(reason, StringComparison.Ordinal) && form[key].ToString().Length > 0)
            .Select(key => key[reason.Length..]).Select(id => new Defect(id, form[reason + id].ToString(), OfficersWords.Or(form["query-note-" + id])))];
    }

    /// <summary>The stages the case may be sent back to, the last first.</summary>
    public IReadOnlyList<Choice> Earlier => [.. Case.File.Path.Before(Case.File.Desk!.Stage).Reverse().Select(stage => new Choice(stage.Id, Words(stage.Names)))];

    /// <summary>What this stage asks its officer, with what was found before as it would be typed.</summary>
    public AnswerBoxes ToFind => new([.. Case.File.Stage?.Form?.Asked(Case.File.Service, Case.File.Known) ?? []], Finding,
        question => Case.File.Findings[question.Id] is { } answer ? new(QuestionType.Of(question).Typed(question, answer)) : RawAnswer.Nothing)
    { Kept = question => Case.File.Findings[question.Id] is null ? null : Shown(question, Case.File.Findings)[0] };

    static RawAnswer Typed(IFormCollection form, Question question) => AnswerBoxes.Parts(form, Finding + StageForm.FieldOf(question, ""));

    /// <summary>An answer as it reads, of those that are there or of those that shall be.</summary>
    public IReadOnlyList<string> Shown(Question question, Answers answers) => Interview.Show(question, answers, Language, Case.Facts!);

    public string When(DateTime at) => DayPart.At(at, Language);

    /// <summary>A line of the count, as an officer reads it.</summary>
    public string Reason(ClockDay day) => day is { Reason: DayReason.Paused, Why: "query" or AnswerSecondQuery.Pause } ? T("processing.day_with_applicant") : day.Text(Language);

    // A seen version that cannot be read is one that was never seen.
    static long Seen(string? version) => long.TryParse(version, out var seen) ? seen : -1;

    async Task<IActionResult> After(string done, string form, string reference, Func<long, Task<Outcome<CaseReference>>> act)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var outcome = await act(parsed.CaseId);
        HasUnsent = Request.Form["kept"] == "yes";
        if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
        // What was found is written down; the case is still to go on.
        if (outcome.IsDone) return SeeOther(done is "leave_asked" || form is "find" or "start" or "note" or "visit" or "correction" or "leave" ? Desk("cases/" + outcome.Value) : Desk("inbox"), done, outcome.Value.ToString());
        if (outcome.Refusals.Contains(DeskCases.NotYours)) return NoSuchCase();
        // All that was typed in this form stands there again, beside what is wrong with it.
        PutBack(Request.Form.Where(field => field.Key.StartsWith(form + "-", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray()));
        foreach (var refusal in outcome.Refusals) Show(refusal, form);
        return await Open(reference, StatusOf(outcome.Refusals[0]));
    }

    async Task<IActionResult> Open(string reference, int? status)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case");
        if (opened.Refusals.Contains(LookAtCase.ReasonNeeded)) return SeeOther(Desk($"cases/{parsed}/why"));
        if (!opened.IsDone) return NoSuchCase();
        Case = await read.Run(opened.Value, Session.PostId, Language);
        // Whoever has not got it, or passed it on, needs no number to call, nor any other.
        if (!Case.IsHere(Session.PostId)) Case = Case.Masked();
        Beside = await beside.Of(Session, opened.Value);
        return status is { } known ? Again(known) : Page();
    }

    static int? StatusOf(Refusal refusal) => refusal == Cases.Acts.SomebodyElseWasFirst || refusal == DeskCases.ClaimFirst ? StatusCodes.Status409Conflict
        : refusal.Code == "cases.action_not_here" ? StatusCodes.Status403Forbidden : null;
}
