using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Paying.Office;

/// <summary>
/// Use case: a fee that was noted at the office by mistake is taken out again by opposite entries; nothing is deleted. The
/// fee is owed again. A clock that runs goes on: the office's mistake is not the citizen's delay. Not once the case was decided.
/// </summary>
public sealed class ReverseFee(EkDwarDb db, MoneyDesk desk, MoneyBook book, CashBook cash, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "reverse", CaseEvent.FeeReversed, new() { Words = OfficersWords.Or(words) });
        return desk.Act(act, (posts, file) => posts.MayTake(session, file), file => Reverse(file, act, words));
    }

    async Task<Outcome<CaseReference>> Reverse(CaseFile file, DeskAct act, string? words)
    {
        if (file.Case.FeePaidAt is null || await book.PaidWith(act.CaseId) is not { IsAtGateway: false } payment) return new Refusal("paying.nothing_to_reverse");
        if (file.Case.Status.IsClosed()) return new Refusal("paying.reverse_decided");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        if (await cash.Write(act.Session, CashKind.Reversed, payment, -payment.AmountMinor, payment.InstrumentNo ?? "") is null) return new Refusal("paying.not_in_hand");
        var now = time.UtcNow();
        payment.Status = PaymentStatus.Reversed;
        file.Case.FeePaidAt = null;
        file.Record(act.Kind, now, act.Actor, act.Body with { Fee = Settlement.BodyOf(payment).Fee }, new());
        await book.Returned(payment, MoneyKind.FeeReversed, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
