using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;

namespace EkDwar.Paying.SetAside;

/// <summary>Use case: she whose refusal was set aside has her fee back instead of applying again. Paid online it goes back at the gateway; handed in at an office, the office hands it back.</summary>
public sealed class AskFeeBack(EkDwarDb db, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CaseFile file)
    {
        if (await db.FindAsync<FeeCredit>(file.Case.CaseId) is not { AmountMinor: > 0 } credit) return new Refusal("paying.no_fee_back");
        // Pressed twice: it is on its way.
        if (credit.RefundAskedAt is not null) return file.Case.Reference;
        if (!credit.IsOpen) return new Refusal("paying.credit_used");
        var now = time.UtcNow();
        credit.RefundAskedAt = now;
        file.Record(CaseEvent.FeeReturnAsked, now, Actor.Applicant, new(), new());
        if (!credit.IsByHand) db.Add(OutboxMessage.Of(CaseFile.ReturnFee, file.Case.Reference.Compact, now));
        var saved = await db.SaveAct(file.Case);
        return saved.IsDone ? saved : new Refusal("paying.again");
    }
}
