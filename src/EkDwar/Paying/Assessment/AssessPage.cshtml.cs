using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Assessment;

/// <summary>The officer states the facts, sees the heads they come to, and only then tells the citizen what to pay.</summary>
public sealed class AssessPage(LookAtCase look, AssessFee assess, UnsentForms unsent, TimeProvider time) : DeskPage
{
    const string Unsent = "fee";

    public CaseFile Opened { get; private set; } = null!;

    /// <summary>Set while the heads are shown before they are sent.</summary>
    public FeeDue? Worked { get; private set; }
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    [BindProperty(Name = "words")]
    public string? Ground { get; set; }

    public string Address => Desk("cases/" + Opened.Case.Reference);
    public bool MayAssess => Opened.Desk?.PostId == Session.PostId && Opened.Stage?.May(Stage.Assess) == true && AssessFee.IsOpen(Opened);

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    public async Task<IActionResult> OnGet(string reference)
    {
        var started = await Start(reference);
        if (Opened is null || !MayAssess || await unsent.Of(Session, Opened, Unsent) is not { } fields) return started;
        PutBack(fields);
        Typed = fields.Where(field => field.Key.StartsWith(AssessFee.Field, StringComparison.Ordinal)).ToDictionary(field => field.Key[AssessFee.Field.Length..], field => field.Value.FirstOrDefault() ?? "");
        HasUnsent = true;
        return started;
    }

    /// <summary>Back from the heads to the form, with what was stated.</summary>
    public Task<IActionResult> OnPostChange(string reference) => Start(reference);

    public async Task<IActionResult> OnPostShow(string reference)
    {
        var started = await Start(reference);
        if (Opened is null || !MayAssess) return started;
        var worked = AssessFee.WorkOut(Opened, Typed, Ground, time.Today());
        foreach (var refusal in worked.Refusals) Show(refusal);
        Worked = worked.Value;
        return started;
    }

    public async Task<IActionResult> OnPostSend(string reference, string? version)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        HasUnsent = Request.Form["kept"] == "yes";
        var outcome = await assess.Run(Session, parsed.CaseId, long.TryParse(version, out var seen) ? seen : -1, Stated(), Ground);
        if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
        if (outcome.IsDone) return SeeOther(Desk("inbox"), "assessed", outcome.Value.ToString());
        if (await Open(reference) is { } answer) return answer;
        foreach (var refusal in outcome.Refusals) Show(refusal);
        var first = outcome.Refusals[0];
        if (first.Field is not null) return Page();
        return Again(first == Acts.SomebodyElseWasFirst ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }

    async Task<IActionResult> Start(string reference)
    {
        if (await Open(reference) is { } answer) return answer;
        if (MayAssess) return Page();
        Show(new Refusal(AssessFee.IsOpen(Opened) ? "cases.action_not_here" : "paying.not_to_assess"));
        return Again(StatusCodes.Status403Forbidden);
    }

    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case");
        if (!opened.IsDone) return NoSuchCase();
        Opened = opened.Value;
        if (HttpMethods.IsPost(Request.Method)) (Typed, HasUnsent) = (Stated(), Request.Form["kept"] == "yes");
        return null;
    }

    // In the form's order, so that the same form sent twice is the same act.
    Dictionary<string, string> Stated() => Request.Form.Keys.Where(key => key.StartsWith(AssessFee.Field, StringComparison.Ordinal))
        .ToDictionary(key => key[AssessFee.Field.Length..], key => Request.Form[key].ToString().Trim());
}
