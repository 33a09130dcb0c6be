using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Use case: the field verifier says what was found on the spot and whether it is recommended; the case goes to who decides.</summary>
public sealed class ReportFromField(EkDwarDb db, CaseFiles cases, CasePath path, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, bool? recommends, string? words, Checked? ticks = null)
    {
        var act = new DeskAct(session, caseId, seenVersion, "report", CaseEvent.FieldReportGiven,
            new LedgerBody { Recommends = recommends, Words = OfficersWords.Or(words) }.With(ticks));
        return cases.Act(act, file => Report(file, act, words));
    }

    async Task<Outcome<CaseReference>> Report(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        if (file.MustAssess) return new Refusal("processing.not_assessed");
        if (act.Body.Recommends is null) return new Refusal("processing.recommend_needed", "recommends");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var now = time.UtcNow();
        if (await path.PassOn(file, now) is { } noPost) return noPost;
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
