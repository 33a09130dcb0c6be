using System.Text.Json;
using System.Text.Json.Nodes;

namespace EkDwar.Paying.Simulator;

/// <summary>
/// What a request for a QR code may say, by the gateway's published reference, and no more. Stricter than the gateway
/// where that leaves room: here only UPI codes are made, and an amount is told only where it is fixed.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/qr-codes/image-content/create/</remarks>
static class CodeRequest
{
    const long LastSecond = 2147483647;

    static readonly string[] Known = ["type", "name", "usage", "fixed_amount", "payment_amount", "description", "customer_id", "close_by", "notes", "tax_invoice"];

    /// <summary>What is wrong first; null when it may be made.</summary>
    public static SimulatorFault? Fault(JsonObject asked, DateTimeOffset now)
    {
        if (asked.Select(field => field.Key).FirstOrDefault(key => !Known.Contains(key)) is { } extra)
            return new($"{extra} is/are not required and should not be sent", extra, "extra_field_sent");
        return OneOf(asked, "type", "upi_qr") ?? OneOf(asked, "usage", "single_use", "multiple_use") ?? Money(asked) ?? Time(asked, now) ?? LinkRequest.Notes(asked) ?? Shapes(asked);
    }

    static SimulatorFault? OneOf(JsonObject asked, string name, params string[] open)
    {
        if (asked[name] is not { } field) return new($"The {name} field is required.", name);
        return LinkRequest.Text(field) is { } said && open.Contains(said) ? null : new($"The selected {name} is invalid.", name);
    }

    static SimulatorFault? Money(JsonObject asked)
    {
        var isFixed = asked["fixed_amount"]?.GetValueKind() == JsonValueKind.True;
        if (asked["fixed_amount"] is { } flag && flag.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) return new("The fixed amount field must be true or false.", "fixed_amount");
        if (asked["payment_amount"] is not { } amount) return isFixed ? new("The payment amount field is required when fixed amount is true.", "payment_amount") : null;
        if (!isFixed) return new("The payment amount may be sent only when fixed amount is true.", "payment_amount");
        if (!LinkRequest.IsWhole(amount, out var minor)) return new("The payment amount must be an integer.", "payment_amount");
        return minor < 1 ? new("The payment amount must be at least 1.", "payment_amount") : null;
    }

    static SimulatorFault? Time(JsonObject asked, DateTimeOffset now)
    {
        if (asked["close_by"] is not { } field) return null;
        if (!LinkRequest.IsWhole(field, out var at)) return new("close_by must be an integer.", "close_by");
        if (at > LastSecond) return new("close_by must be between 946684800 and 2147483647", "close_by");
        return at < now.AddMinutes(15).ToUnixTimeSeconds() ? new("close_by should be at least 15 minutes after current time", "close_by") : null;
    }

    static SimulatorFault? Shapes(JsonObject asked)
    {
        foreach (var words in (string[])["name", "description"])
            if (asked[words] is { } said && LinkRequest.Text(said) is null) return new($"The {words} must be a string.", words);
        if (asked["tax_invoice"] is not (null or JsonObject)) return new("tax_invoice must be an object", "tax_invoice");
        return asked["customer_id"] is { } customer && LinkRequest.Text(customer) is not ['c', 'u', 's', 't', '_', _, ..] ? new($"{customer} is not a valid id", "customer_id") : null;
    }
}
