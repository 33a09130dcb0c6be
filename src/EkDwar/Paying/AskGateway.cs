using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;

namespace EkDwar.Paying;

/// <summary>Asks the gateway where an attempt stands, and has its word taken. What the citizen's browser says is never asked.</summary>
public sealed class AskGateway(EkDwarDb db, IGateway gateway, Settlement settlement, DeliverNow deliver)
{
    /// <summary>Where it stands now; the status known before when the gateway gives no answer.</summary>
    /// <param name="alsoPaid">Whether one that is paid is asked about too: by a code there may have come more.</param>
    public async Task<PaymentStatus?> About(PaymentReference reference, bool alsoPaid = false)
    {
        if (await db.PaymentOf(reference) is not { } payment) return null;
        if (payment.Status == PaymentStatus.Succeeded && !alsoPaid || !payment.IsAtGateway || !gateway.IsOffered) return payment.Status;
        IReadOnlyList<GatewayAnswer> answers;
        try
        {
            answers = await gateway.Ask(payment.At(reference));
        }
        catch (GatewaySilent)
        {
            return payment.Status;
        }
        // It never heard of this one: the page was not opened before the answer was lost, so nothing can be paid.
        if (answers.Count == 0) return payment.LinkId is null ? await settlement.Take(new(reference, GatewayState.Closed, 0, "", null)) : payment.Status;
        var statuses = new List<PaymentStatus?>();
        foreach (var answer in answers) statuses.Add(await settlement.Take(answer));
        if (!statuses.Contains(PaymentStatus.Succeeded)) return statuses[0];
        await deliver.Run(reference.Case);
        return PaymentStatus.Succeeded;
    }
}

/// <summary>
/// From the outbox: an attempt still open is asked about by the timetable, and given to a person when that ends. A code is asked
/// about to its end whatever became of it, for it may be paid again, and the word of that be lost.
/// </summary>
public sealed class AskLater(EkDwarDb db, AskGateway ask, Settlement settlement) : IOutboxHandler
{
    const string OutboxKind = "payment";

    public string Kind => OutboxKind;

    /// <summary>Try number so and so; null when the timetable is at its end.</summary>
    internal static OutboxMessage? Message(PaymentReference reference, DateTime begunAt, int number) =>
        Timetable.Try(begunAt, number) is { } at ? OutboxMessage.Of(OutboxKind, $"{reference} {number}", at) : null;

    public async Task Handle(OutboxMessage message)
    {
        if (message.Body.Split(' ') is not [var text, var number] || !PaymentReference.TryParse(text, out var reference)) throw new FormatException("no payment reference");
        if (await db.PaymentOf(reference) is not { } known) return;
        var isCode = known is { Means: PaymentMeans.Upi, LinkId: not null };
        db.ChangeTracker.Clear();
        var status = await ask.About(reference, isCode);
        var isOpen = status is PaymentStatus.Created or PaymentStatus.Pending;
        if (status is null || !isOpen && !isCode) return;
        db.ChangeTracker.Clear();
        var payment = (await db.PaymentOf(reference))!;
        if (Message(reference, payment.BegunAt, int.Parse(number) + 1) is { } next)
        {
            db.Add(next);
            await db.Save();
        }
        else if (isOpen)
        {
            await settlement.GiveUp(payment);
        }
    }
}
