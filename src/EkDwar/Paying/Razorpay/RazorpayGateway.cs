using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Outages;
using Microsoft.Extensions.Options;

namespace EkDwar.Paying.Razorpay;

/// <summary>
/// A gateway that speaks as Razorpay does: payment links, call-backs signed over the raw body, status by query, refunds
/// with an idempotency key. No order is made: a payment link makes its own, and one of ours beside it would stay unpaid.
/// </summary>
/// <remarks>https://razorpay.com/docs/api/payments/payment-links/ and /docs/api/refunds/ and /docs/webhooks/</remarks>
public sealed class RazorpayGateway(HttpClient http, IOptions<RazorpayOptions> configured, OutageBook outages) : IGateway
{
    readonly RazorpayOptions options = configured.Value;

    public bool IsOffered => options.IsWhole;

    public string? UpiLink(GatewayOrder order) => options.UpiAddress.Length == 0 ? null : Paying.UpiLink.Of(options.UpiAddress, options.UpiName, order);

    public async Task<GatewayLink> Offer(GatewayOrder order)
    {
        var (status, answer) = await Send(HttpMethod.Post, "v1/payment_links", new JsonObject
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

    public async Task<GatewayAnswer?> Ask(PaymentReference reference, string? linkId)
    {
        var link = linkId is null ? await Find(reference) : (await Send(HttpMethod.Get, $"v1/payment_links/{Uri.EscapeDataString(linkId)}", null)).Answer;
        if (link is null || link.Value.ValueKind != JsonValueKind.Object || !link.Value.TryGetProperty("id", out _)) return null;
        return RazorpayWords.AnswerOf(link.Value, null) is { } answer && answer.Reference == reference ? answer : throw new GatewaySilent("an answer about another payment");
    }

    public async Task<RefundState> Refund(string paymentId, long amountMinor, string key)
    {
        var (status, answer) = await Send(HttpMethod.Post, $"v1/payments/{Uri.EscapeDataString(paymentId)}/refund",
            new JsonObject { ["amount"] = amountMinor, ["speed"] = "normal", ["receipt"] = key }, ("X-Refund-Idempotency", key));
        if (status != HttpStatusCode.OK || RazorpayWords.Text(answer, "entity") != "refund") throw new GatewaySilent($"no refund: {(int)status}");
        // The same key gets the first answer again, which may be older than what has happened since.
        if (RazorpayWords.Text(answer, "status") == "pending" && RazorpayWords.Text(answer, "id") is { } id)
            (_, answer) = await Send(HttpMethod.Get, $"v1/refunds/{Uri.EscapeDataString(id)}", null);
        return RazorpayWords.Text(answer, "status") switch { "processed" => RefundState.Done, "pending" => RefundState.Waiting, var other => throw new GatewaySilent($"a refund that is {other}") };
    }

    public GatewayEvent? Read(ReadOnlyMemory<byte> body, string? signature, string? eventId)
    {
        if (!IsOffered || eventId is not { Length: > 0 and <= 64 } || !RazorpaySignature.IsRight(body.Span, options.WebhookSecret, signature)) return null;
        try
        {
            using var told = JsonDocument.Parse(body);
            return RazorpayWords.Text(told.RootElement, "event") is { } kind ? new(eventId, kind, RazorpayWords.ToldOf(told.RootElement, kind)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    async Task<JsonElement?> Find(PaymentReference reference)
    {
        var (status, answer) = await Send(HttpMethod.Get, $"v1/payment_links?reference_id={reference}", null);
        if (status != HttpStatusCode.OK || answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("payment_links", out var links) || links.ValueKind != JsonValueKind.Array)
            throw new GatewaySilent($"no list of payment links: {(int)status}");
        return links.EnumerateArray().Where(link => RazorpayWords.Text(link, "reference_id") == reference.ToString()).Select(link => (JsonElement?)link).FirstOrDefault();
    }

    async Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, JsonObject? body, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(options.BaseUrl), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.KeyId}:{options.KeySecret}")));
        if (header is { } named) request.Headers.Add(named.Name, named.Value);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request);
            // 5xx, too many requests, wrong keys: nothing is known of the payment.
            if ((int)response.StatusCode >= 500 || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized)
                throw new GatewaySilent(string.Create(CultureInfo.InvariantCulture, $"{method} {path}: {(int)response.StatusCode}"));
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
            await outages.Worked(OutageBook.Payments);
            return (response.StatusCode, answer.RootElement.Clone());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or GatewaySilent)
        {
            await outages.Failed(OutageBook.Payments);
            throw e as GatewaySilent ?? new GatewaySilent($"{method} {path}", e);
        }
    }
}
