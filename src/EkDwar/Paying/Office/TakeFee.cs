using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Paying.Office;

/// <summary>Use case: the cashier's post of the office notes that the fee of a case was handed in. The case goes on and its receipt is there at once, as if it had been paid online.</summary>
public sealed class TakeFee(EkDwarDb db, MoneyDesk desk, Settlement settlement, CashBook cash, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Tender tender)
    {
        var act = new DeskAct(session, caseId, seenVersion, "take", CaseEvent.FeePaid, new() { Stated = tender.ToWords() });
        return desk.Act(act, (posts, file) => posts.MayTake(session, file), file => Take(file, act, tender));
    }

    async Task<Outcome<CaseReference>> Take(CaseFile file, DeskAct act, Tender tender)
    {
        if (!file.OwesFee) return new Refusal("paying.nothing_to_pay");
        var now = time.UtcNow();
        if (tender.Problems(StateTime.Day(now)) is { Count: > 0 } problems) return problems;
        var payment = new Payment
        {
            CaseId = act.CaseId, Seq = await db.NextPayment(act.CaseId), Status = PaymentStatus.Succeeded, AmountMinor = file.Fee.TotalMinor,
            Means = tender.Means, InstrumentNo = tender.Number, InstrumentOn = tender.On, BegunAt = now, EndedAt = now,
        };
        db.Add(payment);
        await cash.Write(act.Session, CashKind.Taken, payment, payment.AmountMinor, tender.Number);
        await settlement.Settle(file, payment, act.Actor, act.Body with { Fee = Settlement.BodyOf(payment).Fee }, now);
        return await db.SaveAct(file.Case);
    }
}
