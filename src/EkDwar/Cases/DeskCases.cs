using EkDwar.Foundation.Outcomes;

namespace EkDwar.Cases;

/// <summary>Opens a case for the post that has it: any other post, office or citizen's case is answered as if it did not exist.</summary>
public static class DeskCases
{
    public static readonly Refusal NotYours = new("cases.not_found");

    /// <summary>It lies on a desk that several posts share: to act on it, one of them claims it.</summary>
    public static readonly Refusal ClaimFirst = new("cases.claim_first");

    /// <summary>
    /// Does an act on a case that lies on this post's desk, as its officer saw it, where the stage allows the action. Sent
    /// again after the answer was lost, it is answered as the first time, and not done again.
    /// </summary>
    public static async Task<Outcome<CaseReference>> Act(this CaseFiles cases, DeskAct act, Func<CaseFile, Task<Outcome<CaseReference>>> does)
    {
        var opened = await cases.OpenFor(act);
        return await cases.Settled(act, opened.IsDone ? await does(opened.Value) : opened.Refusals.ToList());
    }

    /// <summary>The outcome, unless it is that somebody was first, and that was the same official with the same act.</summary>
    public static async Task<Outcome<CaseReference>> Settled(this CaseFiles cases, DeskAct act, Outcome<CaseReference> outcome) =>
        outcome.Refusals.Contains(Acts.SomebodyElseWasFirst) && await cases.Earlier(act) is { } reference ? reference : outcome;

    static async Task<Outcome<CaseFile>> OpenFor(this CaseFiles cases, DeskAct act)
    {
        if (await cases.Open(act.CaseId) is not { } file) return NotYours;
        if (await cases.SeeFrom(file, act.Session.PostId)) return ClaimFirst;
        if (file.Desk?.PostId != act.Session.PostId)
            return await cases.WasAt(act.CaseId, act.Session.PostId) ? Acts.SomebodyElseWasFirst : NotYours;
        // What the officer decides on is what she saw.
        if (file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (file.Stage?.May(act.Action) != true) return new Refusal("cases.action_not_here");
        if (file.Unproved(act) is { } unproved) return unproved;
        if (act.Action is "forward" or "report" or "grant" or "refuse" && Checked.Unfit(file.Stage, act.Body.Checked ?? [], act.Body.WhyNotChecked) is { } unticked) return unticked;
        if (act.Action is "grant" or "refuse" && await cases.AwaitsCorrection(act.CaseId)) return new Refusal("cases.correction.open");
        return act.Action is "forward" or "report" or "grant" && file.Stage.Form?.Lacks(file.Service, file.Known) == true ? new Refusal("cases.findings_needed") : file;
    }
}
