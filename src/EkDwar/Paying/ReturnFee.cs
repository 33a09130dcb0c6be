using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Paying;

/// <summary>From the outbox: the whole fee of a case that nothing could be given for goes back, once. Asked for by whoever refused the case, or by her whose refusal was set aside. A fee handed in at an office goes back there.</summary>
public sealed class ReturnFee(EkDwarDb db, CaseFiles cases, IGateway gateway, MoneyBook book, TimeProvider time) : IOutboxHandler
{
    public string Kind => CaseFile.ReturnFee;

    public async Task Handle(OutboxMessage message)
    {
        if (!CaseReference.TryParse(message.Body, out var reference)) throw new FormatException("no case reference");
        if (await cases.Open(reference.CaseId) is not { Case.FeePaidAt: not null } file) return;
        if (await book.PaidWith(reference.CaseId) is not { } payment || await book.Has(payment, MoneyKind.FeeReturned)) return;
        if (payment.GatewayPaymentId is not { } money)
        {
            await OweByHand(file);
            return;
        }
        // Of a payment that was too large the rest went back when it was kept.
        var now = time.UtcNow();
        if (await gateway.Refund(money, file.Fee.TotalMinor, HearRefund.KeyOfFee(new(file.Case.Reference, payment.Seq))) == RefundState.Waiting)
        {
            await RefundOverpayment.AskAgain(db, message, now);
            return;
        }
        file.Record(CaseEvent.FeeReturned, now, Actor.System, Settlement.BodyOf(payment, file.Fee.TotalMinor), new());
        await book.Returned(payment, MoneyKind.FeeReturned, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.FeeReturned}", now));
        // Somebody acted on the case meanwhile: tried again, and the gateway knows the key.
        await db.Save();
    }

    // Handed in at the office: it stands on the cashier's list until it is handed back.
    async Task OweByHand(CaseFile file)
    {
        var (c, now) = (file.Case, time.UtcNow());
        if (await db.FindAsync<FeeCredit>(c.CaseId) is not null) return;
        db.Add(new FeeCredit
        {
            CaseId = c.CaseId, State = c.State, ServiceId = c.ServiceId, PersonId = c.ApplicantId, AmountMinor = file.Fee.TotalMinor,
            IsByHand = true, OrderOn = StateTime.Day(now), GrantedAt = now, RefundAskedAt = now,
        });
        await db.Save();
    }
}
