using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>A payment link as the simulator keeps it, in memory and for nobody but whoever tries the product.</summary>
public sealed class SimulatedLink(string id, string shortUrl, JsonObject asked, long createdAt, string orderId)
{
    public string Id => id;
    public long AmountMinor { get; } = asked["amount"]!.GetValue<long>();
    public string Reference => Word("reference_id");
    public string Description => Word("description");
    public string CallbackUrl => Word("callback_url");
    public long ExpiresAt => asked["expire_by"]?.GetValue<long>() ?? 0;

    /// <summary>The order it makes itself, once somebody begins to pay; before that it names none.</summary>
    public string OrderId => orderId;

    /// <summary>When somebody cancelled it; null when nobody has.</summary>
    public long? CancelledAt { get; set; }

    /// <summary>Whether it does not say yet what was taken on its order.</summary>
    public bool IsBehind { get; set; }

    /// <summary>What was taken; more than one only when a payer is faster than the page is closed.</summary>
    public List<SimulatedPayment> Taken { get; } = [];

    IEnumerable<SimulatedPayment> Said => IsBehind ? [] : Taken;

    public string StatusAt(DateTimeOffset now) => Said.Sum(payment => payment.AmountMinor) switch
    {
        var taken when taken >= AmountMinor => "paid",
        > 0 => "partially_paid",
        _ when CancelledAt is not null => "cancelled",
        _ => ExpiresAt > 0 && ExpiresAt <= now.ToUnixTimeSeconds() ? "expired" : "created",
    };

    public JsonObject ToJson(DateTimeOffset now)
    {
        var status = StatusAt(now);
        var said = new JsonObject
        {
            ["accept_partial"] = asked["accept_partial"]?.DeepClone() ?? false, ["amount"] = AmountMinor, ["amount_paid"] = Said.Sum(payment => payment.AmountMinor),
            ["callback_method"] = Word("callback_method"), ["callback_url"] = CallbackUrl, ["cancelled_at"] = CancelledAt ?? 0, ["created_at"] = createdAt, ["currency"] = "INR",
            ["customer"] = asked["customer"]?.DeepClone() ?? new JsonArray(), ["description"] = Description, ["expire_by"] = ExpiresAt,
            ["expired_at"] = status == "expired" ? ExpiresAt : 0, ["first_min_partial_amount"] = asked["first_min_partial_amount"]?.DeepClone() ?? 0, ["id"] = id,
            ["notes"] = asked["notes"]?.DeepClone(), ["notify"] = asked["notify"]?.DeepClone() ?? new JsonObject { ["email"] = false, ["sms"] = false },
            ["payments"] = new JsonArray([.. Said.Select(payment => payment.ToBrief())]), ["reference_id"] = Reference,
            ["reminder_enable"] = asked["reminder_enable"]?.DeepClone() ?? false, ["reminders"] = new JsonArray(), ["short_url"] = shortUrl, ["status"] = status,
            ["updated_at"] = now.ToUnixTimeSeconds(), ["upi_link"] = asked["upi_link"]?.DeepClone() ?? false, ["user_id"] = "",
        };
        if (Taken.Count > 0) said["order_id"] = orderId;
        return said;
    }

    /// <summary>Its order, which knows of all that was taken.</summary>
    /// <remarks>https://razorpay.com/docs/api/orders/entity/</remarks>
    public JsonObject Order()
    {
        var paid = Taken.Sum(payment => payment.AmountMinor);
        return new()
        {
            ["amount"] = AmountMinor, ["amount_due"] = Math.Max(0, AmountMinor - paid), ["amount_paid"] = paid, ["attempts"] = Taken.Count, ["created_at"] = createdAt, ["currency"] = "INR",
            ["entity"] = "order", ["id"] = orderId, ["notes"] = asked["notes"]?.DeepClone() ?? new JsonArray(), ["offer_id"] = null, ["receipt"] = Reference, ["status"] = paid >= AmountMinor ? "paid" : "attempted",
        };
    }

    string Word(string name) => asked[name]?.GetValue<string>() ?? "";
}
