using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>
/// From the outbox: the gateway's pages and codes for a fee that is paid, or is another by now, are closed, so that nobody
/// pays there what is not owed. What was paid before that counts, and goes the way of all such money.
/// </summary>
public sealed class WithdrawOffers(EkDwarDb db, CaseFiles cases, IGateway gateway, AskGateway ask) : IOutboxHandler
{
    const string OutboxKind = "withdraw";

    public string Kind => OutboxKind;

    /// <summary>Notes that they are to be closed, where any is open; saved with what it follows from.</summary>
    internal static async Task IfAny(EkDwarDb db, CaseFile file, DateTime now, int but = 0)
    {
        if (await Open(db, file.Case.CaseId).AnyAsync(payment => payment.Seq != but)) db.Add(OutboxMessage.Of(OutboxKind, file.Case.Reference.Compact, now));
    }

    public async Task Handle(OutboxMessage message)
    {
        if (!CaseReference.TryParse(message.Body, out var reference)) throw new FormatException("no case reference");
        if (!gateway.IsOffered || await cases.Open(reference.CaseId) is not { } file) return;
        var owed = file.OwesFee ? file.Fee.TotalMinor : 0;
        foreach (var payment in await Open(db, reference.CaseId).AsNoTracking().Where(payment => payment.AmountMinor != owed).ToListAsync())
        {
            var attempt = new PaymentReference(reference, payment.Seq);
            await gateway.Withdraw(payment.At(attempt));
            db.ChangeTracker.Clear();
            await ask.About(attempt);
        }
    }

    static IQueryable<Payment> Open(EkDwarDb db, long caseId) => db.Set<Payment>().Where(payment => payment.CaseId == caseId && payment.LinkId != null && payment.Status == PaymentStatus.Pending);
}
