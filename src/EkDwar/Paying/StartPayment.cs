using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>
/// Use case: the applicant wants to pay, on the gateway's page or by its code for UPI apps. Of each way one attempt is open
/// at a time: asked again, the same is given. The attempt is noted before the gateway is asked, so that none of its pages is
/// unknown here. Both ways paid, one is the fee and the other goes back.
/// </summary>
public sealed class StartPayment(EkDwarDb db, IGateway gateway, Settings settings, TimeProvider time)
{
    public async Task<Outcome<Payment>> Run(CaseFile file, LanguageCode language, PaymentMeans means = PaymentMeans.Online)
    {
        if (!file.OwesFee) return new Refusal("paying.nothing_to_pay");
        if (!gateway.IsOffered || (means == PaymentMeans.Upi && !gateway.OffersCodes)) return new Refusal("paying.not_offered");
        // Read before the attempts: one begun between the two is seen among them, one begun later has taken this number.
        var seq = await db.NextPayment(file.Case.CaseId);
        var newest = await db.NewestAttempts(file.Case.CaseId);
        if (newest.InDoubt(file.Fee.TotalMinor) is not null) return new Refusal("paying.unknown");
        var payment = newest.Find(payment => payment.Means == means);
        // Assessed anew since: what that page asks for is not what is owed, and money that still comes there is looked at.
        var isOfAnotherFee = payment is not null && payment.AmountMinor != file.Fee.TotalMinor;
        if (payment is { Status: PaymentStatus.Pending } && !isOfAnotherFee) return payment;
        if (payment is null or { Status: PaymentStatus.Failed or PaymentStatus.GivenBack or PaymentStatus.Reversed } || isOfAnotherFee) payment = await Begin(file, means, seq);
        if (payment is not { Status: PaymentStatus.Created }) return payment ?? (Outcome<Payment>)new Refusal("paying.again");
        try
        {
            var order = OrderOf(file, payment, settings, language);
            var link = means == PaymentMeans.Upi ? await gateway.OfferCode(order) : await gateway.Offer(order);
            (payment.Status, payment.LinkId, payment.LinkUrl, payment.UpiLink) = (PaymentStatus.Pending, link.Id, link.Url, link.Upi);
        }
        catch (GatewaySilent)
        {
            return new Refusal("paying.gateway_silent");
        }
        // Somebody else, by another click, has noted the same link: then it is there.
        if (!await db.TrySave()) db.ChangeTracker.Clear();
        return payment;
    }

    /// <summary>What the gateway is asked to collect for an attempt.</summary>
    static GatewayOrder OrderOf(CaseFile file, Payment payment, Settings settings, LanguageCode language) => new(
        new(file.Case.Reference, payment.Seq), payment.AmountMinor, $"{file.Service.ShortNames.In(LanguageCode.English)} {file.Case.Reference}",
        $"{settings.PublicUrl}/{file.Case.State}/{language}/cases/{file.Case.Reference}/pay?returned=yes", payment.BegunAt + Timetable.OpenFor);

    async Task<Payment?> Begin(CaseFile file, PaymentMeans means, int seq)
    {
        var now = time.UtcNow();
        var payment = new Payment
        {
            CaseId = file.Case.CaseId, Seq = seq, Status = PaymentStatus.Created, Means = means, AmountMinor = file.Fee.TotalMinor, BegunAt = now,
        };
        db.Add(payment);
        db.Add(AskLater.Message(new(file.Case.Reference, payment.Seq), now, 1)!);
        if (await db.TrySave()) return payment;
        // A double click: the other has begun it.
        db.ChangeTracker.Clear();
        return (await db.NewestAttempts(file.Case.CaseId)).Find(payment => payment.Means == means);
    }
}

/// <summary>The attempts of a case.</summary>
static class Payments
{
    /// <summary>The number of the next attempt: whoever takes it second is refused by the key.</summary>
    public static async Task<int> NextPayment(this EkDwarDb db, long caseId) =>
        1 + (await db.Set<Payment>().Where(payment => payment.CaseId == caseId).MaxAsync(payment => (int?)payment.Seq) ?? 0);

    /// <summary>Of each way to pay at the gateway the newest attempt, the newest of all first.</summary>
    public static async Task<List<Payment>> NewestAttempts(this EkDwarDb db, long caseId) => [.. (await db.Set<Payment>()
        .Where(payment => payment.CaseId == caseId && (payment.Means == PaymentMeans.Online || payment.Means == PaymentMeans.Upi)).OrderByDescending(payment => payment.Seq).ToListAsync()).DistinctBy(payment => payment.Means)];

    /// <summary>The attempt of which a person must say first what became of it; one about an older fee stops nobody once another was begun.</summary>
    public static Payment? InDoubt(this List<Payment> newest, long feeMinor) =>
        newest.Find(payment => payment.Status == PaymentStatus.Unknown && (payment == newest[0] || payment.AmountMinor == feeMinor));

    /// <summary>As the gateway is asked about it.</summary>
    public static GatewayAttempt At(this Payment payment, PaymentReference reference) => new(reference, payment.Means == PaymentMeans.Upi, payment.LinkId);

    public static Task<Payment?> PaymentOf(this EkDwarDb db, PaymentReference reference) =>
        db.Set<Payment>().FirstOrDefaultAsync(payment => payment.CaseId == reference.Case.CaseId && payment.Seq == reference.Seq);
}
