using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Benefits;

/// <summary>Use case: the post that sanctioned stops a benefit for ever, with its reason: a death, a move, an error. What was stopped is not started again; she may apply anew.</summary>
public sealed class StopBenefit(EkDwarDb db, CaseFiles cases, BenefitRegister benefits, PayingDesk desk, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "stop", CaseEvent.BenefitStopped, new() { Words = OfficersWords.Or(words) });
        return await cases.Settled(act, await Stop(act, words));
    }

    async Task<Outcome<CaseReference>> Stop(DeskAct act, string? words)
    {
        if (await cases.Open(act.CaseId) is not { } file || await benefits.Of(act.CaseId) is not { } entry || !await desk.IsOf(act.Session, file)) return DeskCases.NotYours;
        if (entry.Status == BenefitStatus.Stopped || file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (file.Unproved(act) is { } unproved) return unproved;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        await benefits.Stop(file, entry, act.Actor, act.Body, time.UtcNow());
        return await db.SaveAct(file.Case);
    }
}
