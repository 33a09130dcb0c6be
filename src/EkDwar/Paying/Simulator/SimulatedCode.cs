using System.Globalization;
using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>
/// A QR code for UPI apps as the simulator keeps it. Closed by the clock it gives no reason: of the published reasons
/// neither is that one.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/qr-codes/image-content/</remarks>
public sealed class SimulatedCode(string id, string imageUrl, JsonObject asked, long createdAt)
{
    public string Id => id;
    public string ImageUrl => imageUrl;
    public long? AmountMinor { get; } = asked["payment_amount"]?.GetValue<long>();
    public string Description => Word("description");
    public JsonNode? Notes => asked["notes"];
    long CloseBy => asked["close_by"]?.GetValue<long>() ?? 0;
    bool IsSingleUse => Word("usage") == "single_use";

    /// <summary>What was taken; more than one on a code for one only when two payers are faster than it is closed.</summary>
    public List<SimulatedPayment> Taken { get; } = [];

    /// <summary>When somebody closed it; null when nobody has.</summary>
    public long? ClosedAt { get; set; }

    /// <summary>What a UPI app is told: payee, the gateway's own reference, and the amount.</summary>
    public string Content => string.Create(CultureInfo.InvariantCulture,
        $"upi://pay?pa=ekdwar.simulator@example&pn=EkDwarSimulator&tr=RZP{id[3..]}qrv2&tn=PaymenttoEkDwarSimulator{(AmountMinor is { } minor ? $"&am={minor / 100m:0.##}" : "")}&cu=INR&mc=9399");

    public bool IsOpen(DateTimeOffset now) => Closing(now).At is null;

    public JsonObject ToJson(DateTimeOffset now)
    {
        var (closedAt, reason) = Closing(now);
        var said = new JsonObject
        {
            ["id"] = id, ["entity"] = "qr_code", ["created_at"] = createdAt, ["name"] = Word("name"), ["usage"] = Word("usage"), ["type"] = Word("type"), ["image_url"] = imageUrl,
            ["image_content"] = Content, ["payment_amount"] = AmountMinor, ["status"] = closedAt is null ? "active" : "closed", ["description"] = Description,
            ["fixed_amount"] = asked["fixed_amount"]?.DeepClone() ?? false, ["payments_amount_received"] = Taken.Sum(payment => payment.AmountMinor),
            ["payments_count_received"] = Taken.Count, ["notes"] = Notes?.DeepClone() ?? new JsonArray(), ["customer_id"] = asked["customer_id"]?.DeepClone(), ["close_by"] = asked["close_by"]?.DeepClone(),
            ["closed_at"] = closedAt, ["close_reason"] = reason,
        };
        if (asked["tax_invoice"] is { } invoice) said["tax_invoice"] = invoice.DeepClone();
        return said;
    }

    /// <summary>What is called back when it was paid: https://razorpay.com/docs/payments/qr-codes/subscribe-to-webhooks/.</summary>
    public JsonObject Credited(SimulatedPayment payment, DateTimeOffset now) => new()
    {
        ["entity"] = "event", ["account_id"] = "acc_simulator", ["event"] = "qr_code.credited", ["contains"] = new JsonArray("payment", "qr_code"),
        ["payload"] = new JsonObject { ["payment"] = new JsonObject { ["entity"] = payment.ToJson(Notes) }, ["qr_code"] = new JsonObject { ["entity"] = ToJson(now) } },
        ["created_at"] = now.ToUnixTimeSeconds(),
    };

    (long? At, string? Reason) Closing(DateTimeOffset now)
    {
        if (IsSingleUse && Taken is [var first, ..]) return (first.At, "paid");
        if (ClosedAt is { } closed) return (closed, "on_demand");
        return CloseBy > 0 && CloseBy <= now.ToUnixTimeSeconds() ? (CloseBy, null) : (null, null);
    }

    string Word(string name) => asked[name]?.GetValue<string>() ?? "";
}
