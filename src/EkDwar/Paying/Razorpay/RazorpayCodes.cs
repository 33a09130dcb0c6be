using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EkDwar.Paying.Razorpay;

/// <summary>
/// Razorpay's QR codes for UPI apps: for one payment of exactly the amount, ours known again by a note, paid by whoever scans
/// or opens what the code says. An account has them only when it asked for them, and what the code says only with "image
/// content"; without that there is the picture alone.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/qr-codes/image-content/ and https://razorpay.com/docs/payments/qr-codes/subscribe-to-webhooks/</remarks>
static class RazorpayCodes
{
    public const string Credited = "qr_code.credited";

    const string Path = "v1/payments/qr_codes", Note = "reference";

    public static async Task<GatewayLink> Offer(RazorpayApi api, GatewayOrder order)
    {
        var (status, code) = await api.Send(HttpMethod.Post, Path, new JsonObject
        {
            ["type"] = "upi_qr", ["usage"] = "single_use", ["fixed_amount"] = true, ["payment_amount"] = order.AmountMinor, ["description"] = order.Description,
            ["close_by"] = new DateTimeOffset(order.ExpiresAt, TimeSpan.Zero).ToUnixTimeSeconds(), ["notes"] = new JsonObject { [Note] = order.Reference.ToString() },
        });
        return CodeOf(code, order) ?? throw new GatewaySilent($"no QR code: {(int)status}");
    }

    /// <summary>The code that was made, when it is the one that was ordered: no app of hers is sent to pay another amount.</summary>
    public static GatewayLink? CodeOf(JsonElement code, GatewayOrder order)
    {
        if (code.Text("id") is not { } id || code.Address("image_url") is not { } picture || ReferenceOf(code) != order.Reference || code.Number("payment_amount") != order.AmountMinor) return null;
        var link = code.Text("image_content");
        return link is null || IsFor(link, order.AmountMinor) ? new(id, picture, link) : null;
    }

    public static async Task<IReadOnlyList<GatewayAnswer>> Ask(RazorpayApi api, GatewayAttempt attempt)
    {
        // A code whose making was never answered was shown to nobody.
        if (attempt.LinkId is not { } id) return [];
        var at = $"{Path}/{Uri.EscapeDataString(id)}";
        var (_, code) = await api.Send(HttpMethod.Get, at, null);
        if (code.Text("id") is not { } said) return [];
        if (said != id || ReferenceOf(code) != attempt.Reference) throw new GatewaySilent("an answer about another code");
        var (status, list) = await api.Send(HttpMethod.Get, at + "/payments", null);
        return status == HttpStatusCode.OK && list.List("items") is { } payments ? Answers(code, payments, attempt.Reference) : throw new GatewaySilent($"no list of payments: {(int)status}");
    }

    public static Task Close(RazorpayApi api, string id) => api.Send(HttpMethod.Post, $"{Path}/{Uri.EscapeDataString(id)}/close", null);

    /// <summary>What a call-back says of a payment by a code of ours; null when it says of none.</summary>
    public static GatewayAnswer? ToldOf(JsonElement told) =>
        told.Entity("qr_code") is { } code && ReferenceOf(code) is { } reference && told.Entity("payment") is { } payment ? Paid(payment, reference) : null;

    static IReadOnlyList<GatewayAnswer> Answers(JsonElement code, IReadOnlyList<JsonElement> payments, PaymentReference reference)
    {
        if (payments.Select(payment => Paid(payment, reference)).OfType<GatewayAnswer>().Reverse().ToList() is { Count: > 0 } paid) return paid;
        // Closed because it was paid, and no payment is listed: one is on its way.
        var isOpen = code.Text("status") != "closed" || code.Text("close_reason") == "paid" || payments.Any(payment => payment.IsUnderWay());
        return [new(reference, isOpen ? GatewayState.Open : GatewayState.Closed, 0, "", null)];
    }

    static GatewayAnswer? Paid(JsonElement payment, PaymentReference reference) =>
        payment.IsCaptured() && payment.Text("id") is { } id && payment.Number("amount") is { } amount ? new(reference, GatewayState.Paid, amount, payment.Text("currency") ?? "", id) : null;

    static PaymentReference? ReferenceOf(JsonElement code) => PaymentReference.TryParse(code.Part("notes")?.Text(Note), out var reference) ? reference : null;

    // UPI Linking Specifications of NPCI: pa payee address, am amount in rupees, cu currency.
    static bool IsFor(string link, long minor)
    {
        const string Start = "upi://pay?";
        if (!link.StartsWith(Start, StringComparison.Ordinal) || !link.All(char.IsAscii)) return false;
        var said = link[Start.Length..].Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return said["pa"].Any() && said["cu"].All(currency => currency == Settlement.Rupee)
            && said["am"].All(amount => decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees) && rupees * 100 == minor);
    }
}
