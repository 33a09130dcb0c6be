namespace EkDwar.Paying;

/// <summary>What the gateway is asked to collect: no name, no mobile, nothing about the applicant.</summary>
public sealed record GatewayOrder(PaymentReference Reference, long AmountMinor, string Description, string ReturnUrl, DateTime ExpiresAt);

/// <summary>The gateway's page for one attempt.</summary>
public sealed record GatewayLink(string Id, string Url);

/// <summary>Open: may still be paid. Paid: money was taken. Closed: expired or cancelled, nothing taken.</summary>
public enum GatewayState { Open, Paid, Closed }

/// <summary>Done: the money is on its way to who paid. Waiting: the gateway took the wish and has not sent it yet.</summary>
public enum RefundState { Done, Waiting }

/// <summary>What the gateway says of one attempt, by call-back or when asked: the same word, settled by the same code.</summary>
public sealed record GatewayAnswer(PaymentReference Reference, GatewayState State, long PaidMinor, string Currency, string? PaymentId);

/// <summary>A verified call-back: the gateway's own id of it, its kind, and what it says; no answer when it is about nothing of ours.</summary>
public sealed record GatewayEvent(string EventId, string Kind, GatewayAnswer? Answer);

/// <summary>The gateway could not be reached, or its answer makes no sense: nothing is known, and it is asked again.</summary>
public sealed class GatewaySilent(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// A payment gateway as the house needs it: a hosted page to send the citizen to, a status to ask, call-backs that prove
/// where they come from, a refund. Throws <see cref="GatewaySilent"/> where it gives no sensible answer.
/// </summary>
public interface IGateway
{
    /// <summary>Whether there is one: without keys in the configuration nothing can be paid online.</summary>
    bool IsOffered { get; }

    /// <summary>The address for a UPI app; null where none is configured.</summary>
    string? UpiLink(GatewayOrder order);

    /// <summary>Opens a page, or finds the one opened before for the same reference: asked twice, there is one.</summary>
    Task<GatewayLink> Offer(GatewayOrder order);

    /// <summary>Null when the gateway knows of no such attempt.</summary>
    Task<GatewayAnswer?> Ask(PaymentReference reference, string? linkId);

    /// <summary>Sends the money of one payment back. The same key again sends it once, and tells how it stands by then. A refund that failed is no sensible answer: a person has to look.</summary>
    Task<RefundState> Refund(string paymentId, long amountMinor, string key);

    /// <summary>Null when the call-back does not prove that it comes from the gateway, or cannot be read.</summary>
    GatewayEvent? Read(ReadOnlyMemory<byte> body, string? signature, string? eventId);
}
