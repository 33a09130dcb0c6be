namespace EkDwar.Paying;

/// <summary>What the gateway is asked to collect: no name, no mobile, nothing about the applicant.</summary>
public sealed record GatewayOrder(PaymentReference Reference, long AmountMinor, string Description, string ReturnUrl, DateTime ExpiresAt);

/// <summary>The gateway's page for one attempt, or its QR code with the address of the picture and what it says to a UPI app, where the gateway tells that.</summary>
public sealed record GatewayLink(string Id, string Url, string? Upi = null);

/// <summary>An attempt as the gateway is asked about it; without an id its answer to the offer was lost.</summary>
public sealed record GatewayAttempt(PaymentReference Reference, bool IsByCode, string? LinkId);

/// <summary>Open: may still be paid. Paid: money was taken. Closed: expired or cancelled, nothing taken.</summary>
public enum GatewayState { Open, Paid, Closed }

/// <summary>Done: the money is on its way to who paid. Waiting: the gateway took the wish and has not sent it yet.</summary>
public enum RefundState { Done, Waiting }

/// <summary>What the gateway says of one attempt, by call-back or when asked: the same word, settled by the same code. Of a page all that was paid there, of a code each payment for itself.</summary>
public sealed record GatewayAnswer(PaymentReference Reference, GatewayState State, long PaidMinor, string Currency, string? PaymentId, string? OrderId = null);

/// <summary>That a refund of ours has gone, or failed: under our key of it, and of which money.</summary>
public sealed record GatewayRefund(string Key, string PaymentId);

/// <summary>A verified call-back: the gateway's own id of it, its kind, and what it says of an attempt or a refund; neither when it is about nothing of ours.</summary>
public sealed record GatewayEvent(string EventId, string Kind, GatewayAnswer? Answer, GatewayRefund? Refund = null);

/// <summary>The gateway could not be reached, or its answer makes no sense: nothing is known, and it is asked again.</summary>
public sealed class GatewaySilent(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// A payment gateway as the house needs it: a hosted page to send the citizen to, a QR code for UPI apps, a status to ask,
/// call-backs that prove where they come from, a refund. Throws <see cref="GatewaySilent"/> where it gives no sensible answer.
/// </summary>
public interface IGateway
{
    /// <summary>Whether there is one: without keys in the configuration nothing can be paid online.</summary>
    bool IsOffered { get; }

    /// <summary>Whether it makes codes for UPI apps.</summary>
    bool OffersCodes { get; }

    /// <summary>Opens a page, or finds the one opened before for the same reference: asked twice, there is one.</summary>
    Task<GatewayLink> Offer(GatewayOrder order);

    /// <summary>Makes a code for one payment by UPI. Asked twice there are two, of which the house shows one; the other closes by itself.</summary>
    Task<GatewayLink> OfferCode(GatewayOrder order);

    /// <summary>None when the gateway knows of no such attempt.</summary>
    Task<IReadOnlyList<GatewayAnswer>> Ask(GatewayAttempt attempt);

    /// <summary>Has the page or code closed, so that it can be paid no more. What was paid before stays paid: it is asked about afterwards.</summary>
    Task Withdraw(GatewayAttempt attempt);

    /// <summary>Sends the money of one payment back. The same key again sends it once, and tells how it stands by then. A refund that failed is no sensible answer: a person has to look.</summary>
    Task<RefundState> Refund(string paymentId, long amountMinor, string key);

    /// <summary>Null when the call-back does not prove that it comes from the gateway, or cannot be read.</summary>
    GatewayEvent? Read(ReadOnlyMemory<byte> body, string? signature, string? eventId);
}
