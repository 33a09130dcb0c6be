using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>
/// Takes the gateway's word on an attempt, by call-back or asked for, and is the only way one changes. Forward only: a
/// word that comes twice, late, out of order or a hundred times at once changes nothing more. Another amount or currency
/// than was asked for never settles.
/// </summary>
public sealed class Settlement(EkDwarDb db, CaseFiles cases, CaseStart start, MoneyBook book, TimeProvider time)
{
    internal const string Rupee = "INR";

    /// <summary>Where the attempt stands now; null when the word is about none of ours.</summary>
    /// <param name="answer">What the gateway says.</param>
    /// <param name="told">The call-back it came by; null when it was asked for.</param>
    public async Task<PaymentStatus?> Take(GatewayAnswer answer, GatewayEvent? told = null)
    {
        // Many may take the same word at once: who was not first looks again, and finds it taken.
        for (; ; db.ChangeTracker.Clear())
        {
            if (await db.PaymentOf(answer.Reference) is not { } attempt) return null;
            if (told is not null && await IsKnown(attempt, told)) return attempt.Status;
            var payment = await MoneyOf(attempt, answer);
            if (told is null && Changes(payment, answer) == payment.Status) return payment.Status;
            var now = time.UtcNow();
            if (told is not null) db.Add(new PaymentEvent { CaseId = payment.CaseId, EventId = told.EventId, PaymentSeq = payment.Seq, Kind = told.Kind, At = now });
            if (!await Apply(payment, answer, now)) return null;
            CrashPoints.Pass("payment.before_commit");
            if (!await db.TrySave()) continue;
            CrashPoints.Pass("payment.after_commit");
            return payment.Status;
        }
    }

    // By a code each payment is told for itself: another one is no second word about the first, but money of its own, and is noted as an attempt of its own.
    async Task<Payment> MoneyOf(Payment attempt, GatewayAnswer answer)
    {
        if (attempt is not { Means: PaymentMeans.Upi, GatewayPaymentId: { } first } || answer is not { State: GatewayState.Paid, PaymentId: { } other } || other == first) return attempt;
        if (await db.Set<Payment>().FirstOrDefaultAsync(payment => payment.CaseId == attempt.CaseId && payment.GatewayPaymentId == other) is { } known) return known;
        var payment = new Payment
        {
            CaseId = attempt.CaseId, Seq = await db.NextPayment(attempt.CaseId), Status = PaymentStatus.Pending, Means = attempt.Means, AmountMinor = attempt.AmountMinor,
            LinkId = attempt.LinkId, BegunAt = time.UtcNow(),
        };
        db.Add(payment);
        return payment;
    }

    /// <summary>The gateway could not tell in time: a person must look.</summary>
    public async Task GiveUp(Payment payment)
    {
        payment.Status = PaymentStatus.Unknown;
        if (!await db.TrySave()) db.ChangeTracker.Clear();
    }

    Task<bool> IsKnown(Payment payment, GatewayEvent told) =>
        db.Set<PaymentEvent>().AnyAsync(known => known.CaseId == payment.CaseId && known.EventId == told.EventId);

    static PaymentStatus Changes(Payment payment, GatewayAnswer answer) => (payment.Status, answer.State) switch
    {
        (PaymentStatus.Succeeded or PaymentStatus.GivenBack or PaymentStatus.Reversed, _) or (_, GatewayState.Open) => payment.Status,
        // Money of a wrong amount was seen: no later word settles that, or makes it go away. A person does.
        (PaymentStatus.Unknown, _) when payment.GatewayPaymentId is not null => PaymentStatus.Unknown,
        (_, GatewayState.Paid) => answer.PaidMinor == payment.AmountMinor && answer.Currency == Rupee && answer.PaymentId is not null ? PaymentStatus.Succeeded : PaymentStatus.Unknown,
        _ => PaymentStatus.Failed,
    };

    /// <summary>False when the case can be opened no more.</summary>
    async Task<bool> Apply(Payment payment, GatewayAnswer answer, DateTime now)
    {
        var status = Changes(payment, answer);
        if (status == payment.Status) return true;
        payment.Status = status;
        if (status is PaymentStatus.Succeeded or PaymentStatus.Unknown)
            (payment.GatewayPaymentId, payment.OrderId) = (answer.PaymentId ?? payment.GatewayPaymentId, answer.OrderId ?? payment.OrderId);
        if (status == PaymentStatus.Unknown) return Unmatched(payment, answer);
        if (status == PaymentStatus.Succeeded)
        {
            if (await cases.Open(payment.CaseId) is not { } file || file.Case.Reference != answer.Reference.Case) return false;
            // The office assessed the fee anew while an older page was open: what came is another amount than is owed.
            if (file.Case.FeePaidAt is null && file.Fee.TotalMinor != payment.AmountMinor) return Unmatched(payment, answer);
            // Refused, taken back or closed while the page was open, it owes nothing.
            if (file.Case.FeePaidAt is null && !file.Case.Status.IsForNothing()) await Settle(file, payment, Actor.System, BodyOf(payment), now);
            else await GiveBack(file, payment, now);
        }
        payment.EndedAt = now;
        return true;
    }

    static bool Unmatched(Payment payment, GatewayAnswer answer)
    {
        payment.Status = PaymentStatus.Unknown;
        if (answer.State == GatewayState.Paid) (payment.TakenMinor, payment.TakenCurrency) = (answer.PaidMinor, answer.Currency);
        return true;
    }

    /// <summary>The fee is paid by this payment: the case goes on, the money is booked, the citizen is told. Saved by whoever asks.</summary>
    internal async Task Settle(CaseFile file, Payment payment, Actor actor, LedgerBody body, DateTime now)
    {
        file.Case.FeePaidAt = now;
        var begins = file.Case.Status == CaseStatus.AwaitingFee;
        file.Record(CaseEvent.FeePaid, now, actor, body, begins ? await start.Begin(file, now) : new());
        await book.FeePaid(file, payment, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.FeePaid}", now));
        await WithdrawOffers.IfAny(db, file, now, but: payment.Seq);
        // It was granted before, and the document waited for this.
        if (file.Case.Status == CaseStatus.Granted) db.Add(OutboxMessage.Of(DeliverNow.MakeCertificate, file.Case.Reference.Compact, now));
    }

    // Paid a second time, on a page that was thought closed.
    async Task GiveBack(CaseFile file, Payment payment, DateTime now)
    {
        await book.Overpaid(payment, payment.AmountMinor, Rupee, now);
        db.Add(OutboxMessage.Of(RefundOverpayment.OutboxKind, new PaymentReference(file.Case.Reference, payment.Seq).ToString(), now));
    }

    internal static LedgerBody BodyOf(Payment payment) => BodyOf(payment, payment.AmountMinor);

    internal static LedgerBody BodyOf(Payment payment, long minor) => new() { Fee = $"{IndianNumber.Rupees(minor)} {payment.GatewayPaymentId ?? payment.InstrumentNo}" };
}
