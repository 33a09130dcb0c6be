using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>From the outbox: the whole fee of a case that nothing could be given for goes back, once. Asked for by whoever refused the case.</summary>
public sealed class ReturnFee(EkDwarDb db, CaseFiles cases, IGateway gateway, MoneyBook book, TimeProvider time) : IOutboxHandler
{
    public string Kind => CaseFile.ReturnFee;

    public async Task Handle(OutboxMessage message)
    {
        if (!CaseReference.TryParse(message.Body, out var reference)) throw new FormatException("no case reference");
        if (await cases.Open(reference.CaseId) is not { Case.FeePaidAt: not null } file) return;
        var paidWith = await db.Set<Posting>().Where(posting => posting.CaseId == reference.CaseId && posting.Kind == MoneyKind.FeePaid).Select(posting => posting.PaymentSeq).FirstAsync();
        var payment = await db.PaymentOf(new(file.Case.Reference, paidWith));
        if (payment?.GatewayPaymentId is not { } money || await book.Has(payment, MoneyKind.FeeReturned)) return;
        await gateway.Refund(money, payment.AmountMinor, $"return-{new PaymentReference(file.Case.Reference, paidWith)}");
        var now = time.UtcNow();
        file.Record(CaseEvent.FeeReturned, now, Actor.System, Settlement.BodyOf(payment), new());
        await book.Returned(payment, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.FeeReturned}", now));
        // Somebody acted on the case meanwhile: tried again, and the gateway knows the key.
        await db.Save();
    }
}
