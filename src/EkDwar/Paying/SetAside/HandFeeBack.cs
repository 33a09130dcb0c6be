using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Paying.Office;
using EkDwar.People;

namespace EkDwar.Paying.SetAside;

/// <summary>Use case: the cashier's post hands a fee back that was handed in there, against the signature of whoever is named.</summary>
public sealed class HandFeeBack(EkDwarDb db, MoneyDesk desk, MoneyBook book, CashBook cash, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? signedBy)
    {
        var act = new DeskAct(session, caseId, seenVersion, "hand_back", CaseEvent.FeeReturned, new() { Words = OfficersWords.Or(signedBy) });
        return desk.Act(act, (posts, file) => posts.MayTake(session, file), file => HandBack(file, act, signedBy));
    }

    async Task<Outcome<CaseReference>> HandBack(CaseFile file, DeskAct act, string? signedBy)
    {
        if (await db.FindAsync<FeeCredit>(act.CaseId) is not { IsByHand: true, RefundAskedAt: not null, ReturnedAt: null } credit || await book.PaidWith(act.CaseId) is not { } payment)
            return new Refusal("paying.nothing_to_hand_back");
        if (OfficersWords.Unfit(signedBy, "signed", isNeeded: true) is { } unfit) return unfit;
        if (await cash.Write(act.Session, CashKind.HandedOut, payment, -credit.AmountMinor, payment.InstrumentNo ?? "") is null) return new Refusal("paying.not_in_hand");
        var now = time.UtcNow();
        credit.ReturnedAt = now;
        file.Record(act.Kind, now, act.Actor, act.Body with { Fee = Settlement.BodyOf(payment).Fee }, new());
        await book.Returned(payment, MoneyKind.FeeReturned, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
