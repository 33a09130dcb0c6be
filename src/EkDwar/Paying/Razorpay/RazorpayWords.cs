using System.Text.Json;

namespace EkDwar.Paying.Razorpay;

/// <summary>What Razorpay says of payment links, their orders and refunds.</summary>
static class RazorpayWords
{
    /// <summary>The page that was made, when it is the one that was ordered.</summary>
    public static GatewayLink? LinkOf(JsonElement link, GatewayOrder order) =>
        link.Text("id") is { } id && link.Address("short_url") is { } url && link.Text("reference_id") == order.Reference.ToString() && link.Number("amount") == order.AmountMinor ? new(id, url) : null;

    /// <summary>A payment link's state; null when it is about no attempt of ours. Partly paid is paid, with another amount.</summary>
    public static GatewayAnswer? AnswerOf(JsonElement link, string? paymentId)
    {
        if (!PaymentReference.TryParse(link.Text("reference_id"), out var reference)) return null;
        GatewayState? state = link.Text("status") switch
        {
            "created" => GatewayState.Open,
            "paid" or "partially_paid" => GatewayState.Paid,
            "cancelled" or "expired" => GatewayState.Closed,
            _ => null,
        };
        return state is { } known && link.Number("amount_paid") is { } paid ? new(reference, known, paid, link.Text("currency") ?? "", paymentId ?? Captured(link), link.Text("order_id")) : null;
    }

    /// <summary>The same with what was paid on the link's own order, which may know more: money it took is money taken, whatever the link says yet.</summary>
    public static GatewayAnswer WithOrder(GatewayAnswer answer, IEnumerable<JsonElement> payments)
    {
        var ofOrder = payments.Where(payment => payment.Text("order_id") == answer.OrderId).ToList();
        var captured = ofOrder.Where(payment => payment.IsCaptured() && payment.Number("amount") is not null).ToList();
        if (captured is [var first, ..])
        {
            var currency = captured.TrueForAll(payment => payment.Text("currency") == first.Text("currency")) ? first.Text("currency") : null;
            return answer with { State = GatewayState.Paid, PaidMinor = captured.Sum(payment => payment.Number("amount") ?? 0), Currency = currency ?? "", PaymentId = first.Text("id") };
        }
        return answer.State == GatewayState.Closed && ofOrder.Exists(payment => payment.IsUnderWay()) ? answer with { State = GatewayState.Open } : answer;
    }

    /// <summary>What a call-back says of an attempt; null when it is about something else, or speaks of two orders: then it is asked about.</summary>
    public static GatewayAnswer? ToldOf(JsonElement told, string kind)
    {
        if (kind == RazorpayCodes.Credited) return RazorpayCodes.ToldOf(told);
        if (!kind.StartsWith("payment_link.", StringComparison.Ordinal) || told.Entity("payment_link") is not { } link) return null;
        var payment = told.Entity("payment");
        var captured = payment is { } one && one.IsCaptured() ? payment : null;
        string?[] orders = [link.Text("order_id"), payment?.Text("order_id"), told.Entity("order")?.Text("id")];
        var known = orders.OfType<string>().Distinct().ToList();
        if (known.Count > 1 || AnswerOf(link, captured?.Text("id")) is not { } answer) return null;
        answer = answer with { OrderId = known.FirstOrDefault() };
        // The money that was taken says for itself how much it is, and of what.
        return captured is { } taken && answer.State == GatewayState.Paid && (taken.Number("amount") != answer.PaidMinor || taken.Text("currency") != answer.Currency)
            ? answer with { Currency = "" } : answer;
    }

    /// <summary>The refund a call-back says has gone or failed; null when it is about something else.</summary>
    /// <remarks>https://razorpay.com/docs/webhooks/refunds/</remarks>
    public static GatewayRefund? RefundOf(JsonElement told, string kind) =>
        kind is "refund.processed" or "refund.failed" && told.Entity("refund") is { } refund && refund.Text("receipt") is { } key && refund.Text("payment_id") is { } payment ? new(key, payment) : null;

    static string? Captured(JsonElement link) => link.List("payments")?.Where(payment => payment.IsCaptured()).Select(payment => payment.Text("payment_id")).FirstOrDefault();
}
