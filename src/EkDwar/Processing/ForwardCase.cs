using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Use case: a desk has finished its part and the case goes to the post of the next stage, with a note if it has one.</summary>
public sealed class ForwardCase(EkDwarDb db, CaseFiles cases, CasePath path, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? note, Checked? ticks = null)
    {
        var act = new DeskAct(session, caseId, seenVersion, "forward", CaseEvent.CaseForwarded, new LedgerBody { Words = OfficersWords.Or(note) }.With(ticks));
        return cases.Act(act, file => Forward(file, act, note));
    }

    async Task<Outcome<CaseReference>> Forward(CaseFile file, DeskAct act, string? note)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        if (OfficersWords.Unfit(note, "note", isNeeded: false) is { } unfit) return unfit;
        if (file.MustAssess) return new Refusal("processing.not_assessed");
        var now = time.UtcNow();
        if (await path.PassOn(file, now) is { } noPost) return noPost;
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
