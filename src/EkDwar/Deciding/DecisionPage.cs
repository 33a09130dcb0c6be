using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Deciding;

/// <summary>What granting and refusing have in common: the case as it lies on this desk, every look recorded, every "no" told.</summary>
public abstract class DecisionPage(LookAtCase look) : DeskPage
{
    public CaseFile Opened { get; private set; } = null!;
    public ApplicantName Applicant => ApplicantName.Of(Opened.Service, Opened.Answers, Opened.Case.Language);
    public string Address => Desk("cases/" + Opened.Case.Reference);

    /// <summary>Whether the case waits here for this decision.</summary>
    public bool MayDecide => Opened.Desk?.PostId == Session.PostId && Opened.Case.Status == CaseStatus.InProcess && Opened.Stage?.May(Action) == true;

    protected abstract string Action { get; }

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
        if (MayDecide) return Page();
        Show(Opened.Case.Status == CaseStatus.AwaitingCitizen ? new Refusal("deciding.waits_for_citizen") : new Refusal("cases.action_not_here"));
        return Again(StatusCodes.Status403Forbidden);
    }

    protected async Task<IActionResult> After(string done, string reference, Func<long, Task<Outcome<CaseReference>>> act)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var outcome = await act(parsed.CaseId);
        if (outcome.IsDone) return SeeOther(Desk("inbox"), done, outcome.Value.ToString());
        if (await Open(reference) is { } answer) return answer;
        foreach (var refusal in outcome.Refusals) Show(refusal);
        var first = outcome.Refusals[0];
        if (first.Field is not null) return Page();
        return Again(first == Acts.SomebodyElseWasFirst ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }
}
