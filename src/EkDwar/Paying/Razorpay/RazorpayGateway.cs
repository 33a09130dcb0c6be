using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace EkDwar.Paying.Razorpay;

/// <summary>
/// A gateway that speaks as Razorpay does: payment links and QR codes, call-backs signed over the raw body, status by
/// query, refunds with an idempotency key. A payment link makes its own order once somebody begins to pay there; where the
/// link's own word is unsure, that order is asked.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/payments/payment-links/ and /docs/api/orders/ and /docs/api/refunds/ and /docs/webhooks/</remarks>
public sealed class RazorpayGateway(RazorpayApi api, IOptions<RazorpayOptions> configured) : IGateway
{
    readonly RazorpayOptions options = configured.Value;

    public bool IsOffered => options.IsWhole;

    public bool OffersCodes => options.IsWhole && options.QrCodes;

    public async Task<GatewayLink> Offer(GatewayOrder order)
    {
        var (status, answer) = await api.Send(HttpMethod.Post, "v1/payment_links", new JsonObject
        {
            ["amount"] = order.AmountMinor, ["currency"] = "INR", ["accept_partial"] = false, ["reference_id"] = order.Reference.ToString(),
            ["description"] = order.Description, ["expire_by"] = new DateTimeOffset(order.ExpiresAt, TimeSpan.Zero).ToUnixTimeSeconds(),
            ["notify"] = new JsonObject { ["sms"] = false, ["email"] = false }, ["reminder_enable"] = false,
            ["callback_url"] = order.ReturnUrl, ["callback_method"] = "get",
        });
        // A reference is taken once. Refused, the page may be there already, from a try whose answer was lost.
        var link = status == HttpStatusCode.BadRequest ? await Find(order.Reference) : answer;
        return link is not null && RazorpayWords.LinkOf(link.Value, order) is { } made ? made : throw new GatewaySilent($"no payment link: {(int)status}");
    }

    public Task<GatewayLink> OfferCode(GatewayOrder order) => RazorpayCodes.Offer(api, order);

    public async Task<IReadOnlyList<GatewayAnswer>> Ask(GatewayAttempt attempt)
    {
        if (attempt.IsByCode) return await RazorpayCodes.Ask(api, attempt);
        var link = attempt.LinkId is { } id ? (await api.Send(HttpMethod.Get, $"v1/payment_links/{Uri.EscapeDataString(id)}", null)).Answer : await Find(attempt.Reference);
        if (link?.Text("id") is null) return [];
        if (RazorpayWords.AnswerOf(link.Value, null) is not { } answer || answer.Reference != attempt.Reference) throw new GatewaySilent("an answer about another payment");
        return [answer is { OrderId: { } order } and not { State: GatewayState.Paid, PaymentId: not null } ? RazorpayWords.WithOrder(answer, await PaidOn(order)) : answer];
    }

    public Task Withdraw(GatewayAttempt attempt)
    {
        if (attempt.LinkId is not { } id) return Task.CompletedTask;
        // Refused, it is closed or paid already, and is asked about in any case.
        return attempt.IsByCode ? RazorpayCodes.Close(api, id) : api.Send(HttpMethod.Post, $"v1/payment_links/{Uri.EscapeDataString(id)}/cancel", null);
    }

    public async Task<RefundState> Refund(string paymentId, long amountMinor, string key)
    {
        var (status, answer) = await api.Send(HttpMethod.Post, $"v1/payments/{Uri.EscapeDataString(paymentId)}/refund",
            new JsonObject { ["amount"] = amountMinor, ["speed"] = "normal", ["receipt"] = key }, ("X-Refund-Idempotency", key));
        if (status != HttpStatusCode.OK || answer.Text("entity") != "refund") throw new GatewaySilent($"no refund: {(int)status}");
        // The same key gets the first answer again, which may be older than what has happened since.
        if (answer.Text("status") == "pending" && answer.Text("id") is { } id)
            (_, answer) = await api.Send(HttpMethod.Get, $"v1/refunds/{Uri.EscapeDataString(id)}", null);
        return answer.Text("status") switch { "processed" => RefundState.Done, "pending" => RefundState.Waiting, var other => throw new GatewaySilent($"a refund that is {other}") };
    }

    public GatewayEvent? Read(ReadOnlyMemory<byte> body, string? signature, string? eventId)
    {
        if (!IsOffered || eventId is not { Length: > 0 and <= 64 } || !RazorpaySignature.IsRight(body.Span, options.WebhookSecret, signature)) return null;
        try
        {
            using var told = JsonDocument.Parse(body);
            return told.RootElement.Text("event") is { } kind ? new(eventId, kind, RazorpayWords.ToldOf(told.RootElement, kind), RazorpayWords.RefundOf(told.RootElement, kind)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    async Task<JsonElement?> Find(PaymentReference reference)
    {
        var (status, answer) = await api.Send(HttpMethod.Get, $"v1/payment_links?reference_id={reference}", null);
        if (status != HttpStatusCode.OK || answer.List("payment_links") is not { } links) throw new GatewaySilent($"no list of payment links: {(int)status}");
        return links.Where(link => link.Text("reference_id") == reference.ToString()).Select(link => (JsonElement?)link).FirstOrDefault();
    }

    async Task<IReadOnlyList<JsonElement>> PaidOn(string order)
    {
        var (status, answer) = await api.Send(HttpMethod.Get, $"v1/orders/{Uri.EscapeDataString(order)}/payments", null);
        return status == HttpStatusCode.OK && answer.List("items") is { } payments ? payments : throw new GatewaySilent($"no list of an order's payments: {(int)status}");
    }
}
