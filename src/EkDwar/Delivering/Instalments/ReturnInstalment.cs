using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Delivering.Instalments;

/// <summary>Use case: the bank sent an instalment back that was noted as paid, with its reason. It is payable again once the student has corrected her account.</summary>
public sealed class ReturnInstalment(EkDwarDb db, CaseFiles cases, InstalmentRegister register, InstalmentDesk desk, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, int seq, long seenVersion, (string? Reason, string? Words) why)
    {
        if (await desk.Open(session, caseId, seq) is not { MayPay: true } open) return DeskCases.NotYours;
        var act = new DeskAct(session, caseId, seenVersion, "return", CaseEvent.InstalmentReturned, new()
        {
            Words = OfficersWords.Or(why.Words),
            Stated = new Dictionary<string, string> { [InstalmentRegister.Which] = open.Part.RuleIn(open.File.Service).Code, [InstalmentRegister.Reason] = why.Reason ?? "" },
        });
        return await cases.Settled(act, await Return(open, act, why.Reason, why.Words));
    }

    async Task<Outcome<CaseReference>> Return(OpenInstalment open, DeskAct act, string? reason, string? words)
    {
        if (open.File.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (open.Part.Status != InstalmentStatus.Paid) return new Refusal("delivering.not_paid_yet");
        var problems = new List<Refusal>();
        if (!InstalmentRegister.Reasons.Contains(reason)) problems.Add(new("delivering.return_choose", "reason"));
        if (OfficersWords.Unfit(words, "words", isNeeded: reason == "other") is { } unfit) problems.Add(unfit);
        if (problems.Count > 0) return problems;
        register.Return(open.File, open.Part, act, time.Today(), reason!, open.Entry.Status == BenefitStatus.Stopped, time.UtcNow());
        return await db.SaveAct(open.File.Case);
    }
}
