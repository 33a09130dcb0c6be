using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>
/// Use case: the applicant wants to pay. One attempt is open at a time: asked again, the same page is given. The attempt
/// is noted before the gateway is asked, so that none of its pages is unknown here.
/// </summary>
public sealed class StartPayment(EkDwarDb db, IGateway gateway, Settings settings, TimeProvider time)
{
    public async Task<Outcome<Payment>> Run(CaseFile file, LanguageCode language)
    {
        if (!file.OwesFee) return new Refusal("paying.nothing_to_pay");
        if (!gateway.IsOffered) return new Refusal("paying.not_offered");
        var payment = await db.LastPayment(file.Case.CaseId);
        if (payment is { Status: PaymentStatus.Unknown }) return new Refusal("paying.unknown");
        // Assessed anew since: what that page asks for is not what is owed, and money that still comes there is looked at.
        var isOfAnotherFee = payment is not null && payment.AmountMinor != file.Fee.TotalMinor;
        if (payment is { Status: PaymentStatus.Pending } && !isOfAnotherFee) return payment;
        if (payment is null or { Status: PaymentStatus.Failed or PaymentStatus.GivenBack or PaymentStatus.Reversed } || isOfAnotherFee) payment = await Begin(file, payment?.Seq ?? 0);
        if (payment is not { Status: PaymentStatus.Created }) return payment ?? (Outcome<Payment>)new Refusal("paying.again");
        try
        {
            var link = await gateway.Offer(OrderOf(file, payment, settings, language));
            (payment.Status, payment.LinkId, payment.LinkUrl) = (PaymentStatus.Pending, link.Id, link.Url);
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
    public static GatewayOrder OrderOf(CaseFile file, Payment payment, Settings settings, LanguageCode language) => new(
        new(file.Case.Reference, payment.Seq), payment.AmountMinor, $"{file.Service.ShortNames.In(LanguageCode.English)} {file.Case.Reference}",
        $"{settings.PublicUrl}/{file.Case.State}/{language}/cases/{file.Case.Reference}/pay?returned=yes", payment.BegunAt + Timetable.OpenFor);

    async Task<Payment?> Begin(CaseFile file, int after)
    {
        var now = time.UtcNow();
        var payment = new Payment { CaseId = file.Case.CaseId, Seq = after + 1, Status = PaymentStatus.Created, AmountMinor = file.Fee.TotalMinor, BegunAt = now };
        db.Add(payment);
        db.Add(AskLater.Message(new(file.Case.Reference, payment.Seq), now, 1)!);
        if (await db.TrySave()) return payment;
        // A double click: the other has begun it.
        db.ChangeTracker.Clear();
        return await db.LastPayment(file.Case.CaseId);
    }
}

/// <summary>The attempts of a case.</summary>
static class Payments
{
    public static Task<Payment?> LastPayment(this EkDwarDb db, long caseId) =>
        db.Set<Payment>().Where(payment => payment.CaseId == caseId).OrderByDescending(payment => payment.Seq).FirstOrDefaultAsync();

    public static Task<Payment?> PaymentOf(this EkDwarDb db, PaymentReference reference) =>
        db.Set<Payment>().FirstOrDefaultAsync(payment => payment.CaseId == reference.Case.CaseId && payment.Seq == reference.Seq);
}
