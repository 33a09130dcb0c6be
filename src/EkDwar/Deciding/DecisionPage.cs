using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Deciding;

/// <summary>What granting and refusing have in common: the case as it lies on this desk, every look recorded, every "no" told.</summary>
public abstract class DecisionPage(LookAtCase look, UnsentForms unsent) : DeskPage
{
    public CaseFile Opened { get; private set; } = null!;
    public ApplicantName Applicant => ApplicantName.Of(Opened.Service, Opened.Answers, Opened.Case.Language);
    public string Address => Desk("cases/" + Opened.Case.Reference);

    /// <summary>Whether the case waits here for this decision.</summary>
    public bool MayDecide => !Session.IsDelegate && Opened.Desk?.PostId == Session.PostId && Opened.Case.Status == CaseStatus.InProcess && Opened.Stage?.May(Action) == true;

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    /// <summary>What she ticked: on the case's page before, or in this form.</summary>
    protected Checked Ticks => HttpMethods.IsPost(Request.Method) ? Checked.Of(Request.Form[Check], Request.Form[Check + "-why"]) : Checked.Of(Request.Query[Check], null);

    public ChecklistView Checklist => new(Opened.Stage!, Check, Ticks.Ticked);

    const string Check = "check";

    /// <summary>What was ticked, carried along while a letter is read.</summary>
    public IEnumerable<(string Name, string Value)> Carried => [.. Ticks.Ticked.Select(id => (Check, id)), .. Ticks.WhyNot is { } why ? [(Check + "-why", why)] : Array.Empty<(string, string)>()];

    // What was ticked and said stands there again when the form comes back.
    void PutBackTicks()
    {
        if (HttpMethods.IsPost(Request.Method)) PutBack(Carried.GroupBy(field => field.Name).ToDictionary(field => field.Key, field => field.Select(one => one.Value).ToArray()));
    }

    protected abstract string Action { get; }

    protected override bool IsForSigning => true;

    // A seen version that cannot be read is one that was never seen.
    protected static long Seen(string? version) => long.TryParse(version, out var seen) ? seen : -1;

    /// <summary>Null when the case is open in <see cref="Opened"/>; else the answer.</summary>
    protected async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case");
        if (!opened.IsDone) return NoSuchCase();
        Opened = opened.Value;
        return null;
    }

    protected async Task<IActionResult> Start(string reference)
    {
        if (await Open(reference) is { } answer) return answer;
        PutBackTicks();
        if (MayDecide) return Opened.IsProved(Session) ? await WithUnsent() : await ProveFirst();
        Show(Session.IsDelegate ? SignedActs.HolderSigns : Opened.Case.Status == CaseStatus.AwaitingCitizen ? new Refusal("deciding.waits_for_citizen") : new Refusal("cases.action_not_here"));
        return Again(StatusCodes.Status403Forbidden);
    }

    // She comes back to the form, with what she has typed by then.
    async Task<IActionResult> ProveFirst()
    {
        if (HttpMethods.IsGet(Request.Method)) return SeeOther(ProveAt(Request.Path + Request.QueryString));
        await unsent.Keep(Session, Opened, Action, UnsentForms.Typed(Request.Form));
        return SeeOther(ProveAt($"{Address}/{Action}"));
    }

    async Task<IActionResult> WithUnsent()
    {
        if (HttpMethods.IsPost(Request.Method)) HasUnsent = Request.Form["kept"] == "yes";
        else if (await unsent.Of(Session, Opened, Action) is { } fields)
        {
            PutBack(fields);
            HasUnsent = true;
        }
        return Page();
    }

    protected async Task<IActionResult> After(string done, string reference, Func<long, Task<Outcome<CaseReference>>> act)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var outcome = await act(parsed.CaseId);
        HasUnsent = Request.Form["kept"] == "yes";
        if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Action);
        if (outcome.IsDone) return SeeOther(Desk("inbox"), done, outcome.Value.ToString());
        if (await Open(reference) is { } answer) return answer;
        if (outcome.Refusals.Contains(SignedActs.ProveFirst)) return await ProveFirst();
        PutBackTicks();
        foreach (var refusal in outcome.Refusals) Show(refusal);
        var first = outcome.Refusals[0];
        if (first.Field is not null) return Page();
        return Again(first == Acts.SomebodyElseWasFirst ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }
}
