using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>A payment link as the simulator keeps it, in memory and for nobody but whoever tries the product.</summary>
public sealed class SimulatedLink(string id, string shortUrl, JsonObject asked, long createdAt)
{
    public string Id => id;
    public long AmountMinor { get; } = asked["amount"]!.GetValue<long>();
    public string Reference => Word("reference_id");
    public string Description => Word("description");
    public string CallbackUrl => Word("callback_url");
    public long ExpiresAt => asked["expire_by"]?.GetValue<long>() ?? 0;

    /// <summary>What was taken; more than one only when a payer is faster than the page is closed.</summary>
    public List<SimulatedPayment> Taken { get; } = [];

    public string StatusAt(DateTimeOffset now) => Taken.Sum(payment => payment.AmountMinor) switch
    {
        var taken when taken >= AmountMinor => "paid",
        > 0 => "partially_paid",
        _ => ExpiresAt > 0 && ExpiresAt <= now.ToUnixTimeSeconds() ? "expired" : "created",
    };

    public JsonObject ToJson(DateTimeOffset now)
    {
        var status = StatusAt(now);
        return new()
        {
            ["accept_partial"] = asked["accept_partial"]?.DeepClone() ?? false, ["amount"] = AmountMinor, ["amount_paid"] = Taken.Sum(payment => payment.AmountMinor),
            ["callback_method"] = Word("callback_method"), ["callback_url"] = CallbackUrl, ["cancelled_at"] = 0, ["created_at"] = createdAt, ["currency"] = "INR",
            ["customer"] = asked["customer"]?.DeepClone() ?? new JsonArray(), ["description"] = Description, ["expire_by"] = ExpiresAt,
            ["expired_at"] = status == "expired" ? ExpiresAt : 0, ["first_min_partial_amount"] = asked["first_min_partial_amount"]?.DeepClone() ?? 0, ["id"] = id,
            ["notes"] = asked["notes"]?.DeepClone(), ["notify"] = asked["notify"]?.DeepClone() ?? new JsonObject { ["email"] = false, ["sms"] = false },
            ["payments"] = new JsonArray([.. Taken.Select(payment => payment.ToBrief())]), ["reference_id"] = Reference,
            ["reminder_enable"] = asked["reminder_enable"]?.DeepClone() ?? false, ["reminders"] = new JsonArray(), ["short_url"] = shortUrl, ["status"] = status,
            ["updated_at"] = now.ToUnixTimeSeconds(), ["upi_link"] = asked["upi_link"]?.DeepClone() ?? false, ["user_id"] = "",
        };
    }

    string Word(string name) => asked[name]?.GetValue<string>() ?? "";
}

/// <summary>Money the simulator pretends to have taken.</summary>
public sealed record SimulatedPayment(string Id, long AmountMinor, string Currency, long At)
{
    public long RefundedMinor { get; set; }

    /// <summary>As it stands in its link.</summary>
    public JsonObject ToBrief() => new() { ["amount"] = AmountMinor, ["created_at"] = At, ["method"] = "upi", ["payment_id"] = Id, ["status"] = "captured" };

    /// <summary>As a call-back tells it.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id, ["entity"] = "payment", ["amount"] = AmountMinor, ["currency"] = Currency, ["status"] = "captured", ["method"] = "upi", ["captured"] = true,
        ["amount_refunded"] = RefundedMinor, ["notes"] = new JsonArray(), ["created_at"] = At,
    };
}
