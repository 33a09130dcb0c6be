using System.Text.Json;

namespace EkDwar.Paying.Razorpay;

/// <summary>Reads what Razorpay writes, and takes nothing for granted: what is missing or of another type is no answer.</summary>
static class RazorpayWords
{
    /// <summary>The page that was made, when it is the one that was ordered.</summary>
    public static GatewayLink? LinkOf(JsonElement link, GatewayOrder order) =>
        Text(link, "id") is { } id && Text(link, "short_url") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && Text(link, "reference_id") == order.Reference.ToString() && Number(link, "amount") == order.AmountMinor ? new(id, url) : null;

    /// <summary>A payment link's state; null when it is about no attempt of ours. Partly paid is paid, with another amount.</summary>
    public static GatewayAnswer? AnswerOf(JsonElement link, string? paymentId)
    {
        if (!PaymentReference.TryParse(Text(link, "reference_id"), out var reference)) return null;
        GatewayState? state = Text(link, "status") switch
        {
            "created" => GatewayState.Open,
            "paid" or "partially_paid" => GatewayState.Paid,
            "cancelled" or "expired" => GatewayState.Closed,
            _ => null,
        };
        return state is { } known && Number(link, "amount_paid") is { } paid ? new(reference, known, paid, Text(link, "currency") ?? "", paymentId ?? Captured(link)) : null;
    }

    /// <summary>What a call-back says of a payment link; null when it is about something else.</summary>
    public static GatewayAnswer? ToldOf(JsonElement told, string kind)
    {
        if (!kind.StartsWith("payment_link.", StringComparison.Ordinal) || Entity(told, "payment_link") is not { } link) return null;
        var payment = Entity(told, "payment");
        var captured = payment is { } one && Text(one, "status") == "captured" ? payment : null;
        if (AnswerOf(link, captured is { } money ? Text(money, "id") : null) is not { } answer) return null;
        // The money that was taken says for itself how much it is, and of what.
        return captured is { } taken && answer.State == GatewayState.Paid && (Number(taken, "amount") != answer.PaidMinor || Text(taken, "currency") != answer.Currency)
            ? answer with { Currency = "" } : answer;
    }

    public static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static long? Number(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    static JsonElement? Entity(JsonElement told, string name) =>
        told.ValueKind == JsonValueKind.Object && told.TryGetProperty("payload", out var payload) && payload.ValueKind == JsonValueKind.Object
            && payload.TryGetProperty(name, out var one) && one.ValueKind == JsonValueKind.Object
            && one.TryGetProperty("entity", out var entity) && entity.ValueKind == JsonValueKind.Object ? entity : null;

    static string? Captured(JsonElement link) =>
        link.TryGetProperty("payments", out var payments) && payments.ValueKind == JsonValueKind.Array
            ? payments.EnumerateArray().Where(payment => Text(payment, "status") == "captured").Select(payment => Text(payment, "payment_id")).FirstOrDefault() : null;
}
