using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>
/// Use case: the gateway says that a refund has gone, or failed. Its word books nothing: it has the refund asked about now
/// and not hours later, by the same code and under the same key. Said again, late or of another's money it does nothing.
/// </summary>
public sealed class HearRefund(EkDwarDb db, TimeProvider time)
{
    /// <summary>Under what key money owed back goes back, and a fee.</summary>
    internal static string KeyOfOverpayment(PaymentReference reference) => $"refund-{reference}";
    internal static string KeyOfFee(PaymentReference reference) => $"return-{reference}";

    public async Task Run(GatewayRefund refund, GatewayEvent told)
    {
        if (refund.Key.Split('-', 2) is not [var kind and ("refund" or "return"), var text] || !PaymentReference.TryParse(text, out var reference)) return;
        if (await db.PaymentOf(reference) is not { } payment || payment.GatewayPaymentId != refund.PaymentId) return;
        if (await db.Set<PaymentEvent>().AnyAsync(known => known.CaseId == payment.CaseId && known.EventId == told.EventId)) return;
        var now = time.UtcNow();
        db.Add(new PaymentEvent { CaseId = payment.CaseId, EventId = told.EventId, PaymentSeq = payment.Seq, Kind = told.Kind, At = now });
        db.Add(kind == "refund" ? OutboxMessage.Of(RefundOverpayment.OutboxKind, $"{reference}", now) : OutboxMessage.Of(CaseFile.ReturnFee, reference.Case.Compact, now));
        // Come twice at once, the other has noted it.
        if (!await db.TrySave()) db.ChangeTracker.Clear();
    }
}
