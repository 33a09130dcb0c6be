using System.Text.Json;
using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>
/// What a request for a payment link may say, by the gateway's published reference, and no more. Stricter than the
/// gateway where that leaves room: here only rupees are taken.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/payments/payment-links/create-standard/</remarks>
static class LinkRequest
{
    static readonly string[] Known =
    [
        "amount", "currency", "accept_partial", "first_min_partial_amount", "upi_link", "description", "reference_id", "customer", "expire_by", "notify", "notes",
        "reminder_enable", "callback_url", "callback_method", "options",
    ];

    /// <summary>What is wrong first; null when it may be made.</summary>
    public static SimulatorFault? Fault(JsonObject asked, DateTimeOffset now, Func<string, bool> isTaken)
    {
        if (asked.Select(field => field.Key).FirstOrDefault(key => !Known.Contains(key)) is { } extra)
            return new($"{extra} is/are not required and should not be sent", extra, "extra_field_sent");
        return Money(asked) ?? Reference(asked, isTaken) ?? Time(asked, now) ?? Way(asked) ?? Notes(asked) ?? Shapes(asked);
    }

    static SimulatorFault? Money(JsonObject asked)
    {
        if (asked["amount"] is not { } amount) return new("amount: is required.", "amount");
        if (!IsWhole(amount, out var minor)) return new("The amount must be an integer.", "amount");
        if (minor < 100) return new("The amount must be at least INR 1.00", "amount");
        if (asked["currency"] is { } currency && Text(currency) != "INR") return new("Currency is not supported", "currency");
        if (asked["first_min_partial_amount"] is not { } least) return null;
        if (asked["accept_partial"]?.GetValueKind() != JsonValueKind.True) return new("first_min_partial_amount needs accept_partial", "first_min_partial_amount");
        return IsWhole(least, out var partial) && partial >= 100 && partial <= minor ? null : new("The first min partial amount is invalid", "first_min_partial_amount");
    }

    static SimulatorFault? Reference(JsonObject asked, Func<string, bool> isTaken)
    {
        if (asked["reference_id"] is not { } field) return null;
        if (Text(field) is not { Length: > 0 and <= 40 } reference) return new("The reference id may not be greater than 40 characters.", "reference_id");
        return isTaken(reference) ? new("payment link with given reference_id already exists", "reference_id") : null;
    }

    static SimulatorFault? Time(JsonObject asked, DateTimeOffset now)
    {
        if (asked["expire_by"] is not { } field) return null;
        if (!IsWhole(field, out var at)) return new("expire_by must be an integer.", "expire_by");
        if (at <= now.ToUnixTimeSeconds()) return new("expire_by should be in the future", "expire_by");
        return at > now.AddMonths(6).ToUnixTimeSeconds() ? new("expire_by cannot be more than six months away", "expire_by") : null;
    }

    static SimulatorFault? Way(JsonObject asked)
    {
        if (asked["callback_url"] is not { } field) return asked.ContainsKey("callback_method") ? new("callback_url is required with callback_method", "callback_url") : null;
        if (!Uri.TryCreate(Text(field), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return new("The callback url format is invalid.", "callback_url");
        return Text(asked["callback_method"]) == "get" ? null : new("callback_method must be get", "callback_method");
    }

    public static SimulatorFault? Notes(JsonObject asked)
    {
        if (asked["notes"] is not { } field) return null;
        if (field is not JsonObject notes) return new("notes must be an object", "notes");
        if (notes.Count > 15) return new("Number of fields in notes should be less than or equal to 15", "notes");
        return notes.All(note => Text(note.Value) is { Length: <= 256 }) ? null : new("notes value cannot be longer than 256 characters", "notes");
    }

    static SimulatorFault? Shapes(JsonObject asked)
    {
        foreach (var flag in (string[])["accept_partial", "reminder_enable", "upi_link"])
            if (asked[flag] is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) return new($"{flag} must be a boolean", flag);
        foreach (var part in (string[])["customer", "notify", "options"])
            if (asked[part] is not (null or JsonObject)) return new($"{part} must be an object", part);
        return asked["description"] is { } words && Text(words) is not { Length: <= 2048 } ? new("The description may not be greater than 2048 characters.", "description") : null;
    }

    public static bool IsWhole(JsonNode field, out long number)
    {
        number = 0;
        return field.GetValueKind() == JsonValueKind.Number && field is JsonValue value && (value.TryGetValue(out number) || (value.TryGetValue(out JsonElement element) && element.TryGetInt64(out number)));
    }

    public static string? Text(JsonNode? field) => field is JsonValue && field.GetValueKind() == JsonValueKind.String ? field.GetValue<string>() : null;
}
