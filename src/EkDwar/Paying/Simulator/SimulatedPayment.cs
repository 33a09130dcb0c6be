using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>Money the simulator pretends to have taken, on a payment link's order or on a QR code, which has none.</summary>
public sealed record SimulatedPayment(string Id, long AmountMinor, string Currency, long At, string? OrderId)
{
    public long RefundedMinor { get; set; }

    /// <summary>As it stands in its link.</summary>
    public JsonObject ToBrief() => new() { ["amount"] = AmountMinor, ["created_at"] = At, ["method"] = "upi", ["payment_id"] = Id, ["status"] = "captured" };

    /// <summary>As a call-back tells it, and a list of payments.</summary>
    /// <remarks>https://razorpay.com/docs/api/qr-codes/fetch-payments/ and /docs/api/orders/fetch-payments/</remarks>
    public JsonObject ToJson(JsonNode? notes = null) => new()
    {
        ["id"] = Id, ["entity"] = "payment", ["amount"] = AmountMinor, ["currency"] = Currency, ["status"] = "captured", ["order_id"] = OrderId, ["invoice_id"] = null,
        ["international"] = false, ["method"] = "upi", ["amount_refunded"] = RefundedMinor, ["refund_status"] = RefundedMinor == 0 ? null : RefundedMinor == AmountMinor ? "full" : "partial",
        ["captured"] = true, ["description"] = OrderId is null ? "QRv2 Payment" : null, ["card_id"] = null, ["bank"] = null, ["wallet"] = null, ["vpa"] = "payer@example",
        ["email"] = "payer@example.com", ["contact"] = "+910000000000", ["notes"] = notes?.DeepClone() ?? new JsonArray(), ["fee"] = 0, ["tax"] = 0, ["error_code"] = null,
        ["error_description"] = null, ["error_source"] = null, ["error_step"] = null, ["error_reason"] = null, ["acquirer_data"] = new JsonObject { ["rrn"] = "000000000000" }, ["created_at"] = At,
    };

    /// <summary>Several of them, as the gateway lists things.</summary>
    public static JsonObject Listed(IEnumerable<SimulatedPayment> payments)
    {
        var items = new JsonArray([.. payments.Reverse().Select(payment => (JsonNode)payment.ToJson())]);
        return new() { ["entity"] = "collection", ["count"] = items.Count, ["items"] = items };
    }
}
