using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.SecondQueries;

/// <summary>
/// Use case: an officer writes a further query on a case whose applicant was asked before, and why it was not asked then. It
/// goes to nobody but the posts that stand over hers; the case stays on her desk and its clock runs.
/// </summary>
public sealed class AskSecondQuery(EkDwarDb db, CaseFiles cases, Timeline timeline, PostsOver over, TimeProvider time)
{
    /// <summary>How often leave is asked for one case, refused or not.</summary>
    public const int MostAsks = 3;

    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, IReadOnlyList<Defect> defects, string? words, string? why)
    {
        var act = new DeskAct(session, caseId, seenVersion, "query", CaseEvent.SecondQueryAsked, new() { Defects = defects, Words = OfficersWords.Or(words), Why = OfficersWords.Or(why) });
        return cases.Act(act, file => Ask(file, act, (defects, words, why)));
    }

    async Task<Outcome<CaseReference>> Ask(CaseFile file, DeskAct act, (IReadOnlyList<Defect> Defects, string? Words, string? Why) said)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        var entries = await timeline.Of(file);
        if (!entries.Any(entry => entry.Kind.IsQuery())) return new Refusal("cases.action_not_here");
        if (LeaveToAsk.Waiting(file, entries) is not null) return new Refusal("processing.second.waits_already");
        if (entries.Count(entry => entry.Kind == CaseEvent.SecondQueryAsked) >= MostAsks) return new Refusal("processing.second.too_often");
        List<Refusal> unfit = [.. QueryRules.Unfit(file, said.Defects, said.Words)];
        if (OfficersWords.Unfit(said.Why, "why", isNeeded: true) is { } unsaid) unfit.Add(unsaid);
        if (unfit.Count > 0) return unfit;
        var seniors = await over.Of(act.Session.PostId);
        if (seniors.Count == 0) return new Refusal("processing.second.nobody_over");
        var now = time.UtcNow();
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        db.AddRange(seniors.Select(senior => new AwaitedLeave
        {
            PostId = senior.PostId, CaseId = file.Case.CaseId, Seq = file.Case.LedgerSeq, AskedFromId = act.Session.PostId, AskedById = act.Session.OfficialId, AskedAt = now,
        }));
        return await db.SaveAct(file.Case);
    }
}
