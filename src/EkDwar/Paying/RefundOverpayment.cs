using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Paying;

/// <summary>From the outbox: money that is owed back (for a fee paid already, too much, or a currency not ours) goes back, once. A fee rightly paid is not its business.</summary>
public sealed class RefundOverpayment(EkDwarDb db, CaseFiles cases, IGateway gateway, MoneyBook book, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "refund";

    const int HoursBetween = 6;

    public string Kind => OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        if (!PaymentReference.TryParse(message.Body, out var reference)) throw new FormatException("no payment reference");
        if (await db.PaymentOf(reference) is not { GatewayPaymentId: { } money } payment || await cases.Open(payment.CaseId) is not { } file) return;
        if (await book.OwedBack(payment) is not (> 0 and var owed)) return;
        var now = time.UtcNow();
        if (await gateway.Refund(money, owed, HearRefund.KeyOfOverpayment(reference)) == RefundState.Waiting)
        {
            await AskAgain(db, message, now);
            return;
        }
        file.Record(CaseEvent.FeeRefunded, now, Actor.System, Settlement.BodyOf(payment, owed), new());
        await book.Refunded(payment, owed, payment.TakenCurrency ?? Settlement.Rupee, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.FeeRefunded}", now));
        // Somebody acted on the case meanwhile: tried again, and the gateway knows the key.
        await db.Save();
    }

    /// <summary>What the gateway has taken and not sent yet is asked about again some hours later; nothing is booked or told before.</summary>
    internal static Task AskAgain(EkDwarDb db, OutboxMessage message, DateTime now)
    {
        db.Add(OutboxMessage.Of(message.Kind, message.Body, now.AddHours(HoursBetween)));
        return db.Save();
    }
}
