using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Foundation;
using EkDwar.Paying.Razorpay;

namespace EkDwar.Paying.Simulator;

/// <summary>
/// A gateway of our own for Development and tests, strict, and made from the published reference and not from our
/// adapter. No money moves, and nothing outlives the process. Anywhere but in Development it answers nobody.
/// </summary>
public sealed class GatewaySimulator(IHttpClientFactory clients, Settings settings, TimeProvider time)
{
    public const string CallsBack = "gateway simulator", Path = "/dev/gateway";
    public const string KeyId = "rzp_test_simulator", KeySecret = "simulator key", WebhookSecret = "simulator call-backs";

    const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    readonly ConcurrentDictionary<string, SimulatedLink> links = new();
    readonly ConcurrentDictionary<string, SimulatedCode> codes = new();
    readonly ConcurrentDictionary<string, JsonObject> refunds = new(), refundsById = new();
    readonly Lock turn = new();

    static string AddressOf(Settings settings) => settings.Url.Split(';')[0].TrimEnd('/');

    /// <summary>Configures the adapter to speak to the simulator of this very process.</summary>
    public static void StandIn(RazorpayOptions options, Settings settings)
    {
        (options.BaseUrl, options.KeyId, options.KeySecret) = ($"{AddressOf(settings)}{Path}/", KeyId, KeySecret);
        (options.WebhookSecret, options.QrCodes) = (WebhookSecret, true);
    }

    public IReadOnlyCollection<SimulatedLink> Links => [.. links.Values];
    public IReadOnlyCollection<SimulatedCode> Codes => [.. codes.Values];

    /// <summary>The status a refund gets, and keeps until this is set anew: processed, pending or failed.</summary>
    public string RefundStatus { get; set; } = "processed";

    public JsonObject? Refunded(string id)
    {
        if (!refundsById.TryGetValue(id, out var made)) return null;
        var now = made.DeepClone().AsObject();
        now["status"] = RefundStatus;
        return now;
    }

    public JsonObject? Linked(string id) => links.TryGetValue(id, out var link) ? link.ToJson(time.GetUtcNow()) : null;

    public SimulatedLink? Link(string id) => links.GetValueOrDefault(id);

    public SimulatedCode? Code(string id) => codes.GetValueOrDefault(id);

    public JsonObject? Coded(string id) => Code(id)?.ToJson(time.GetUtcNow());

    /// <summary>The order a payment link made for itself; null before anybody began to pay.</summary>
    public SimulatedLink? Ordered(string id) => links.Values.FirstOrDefault(link => link.OrderId == id && link.Taken.Count > 0);

    /// <summary>Makes a payment link, or says what is wrong with what was asked.</summary>
    public (JsonObject? Made, SimulatorFault? Fault) Make(JsonObject asked)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            if (LinkRequest.Fault(asked, now, reference => links.Values.Any(link => link.Reference == reference)) is { } fault) return (null, fault);
            var id = "plink_" + NewId();
            links[id] = new(id, $"{AddressOf(settings)}{Path}/pay/{id}", asked, now.ToUnixTimeSeconds(), "order_" + NewId());
            return (links[id].ToJson(now), null);
        }
    }

    /// <summary>Makes a QR code for UPI apps, or says what is wrong with what was asked.</summary>
    public (JsonObject? Made, SimulatorFault? Fault) MakeCode(JsonObject asked)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            if (CodeRequest.Fault(asked, now) is { } fault) return (null, fault);
            var id = "qr_" + NewId();
            codes[id] = new(id, $"{AddressOf(settings)}{Path}/upi/{id}", asked, now.ToUnixTimeSeconds());
            return (codes[id].ToJson(now), null);
        }
    }

    /// <summary>Closes a code that can still be paid.</summary>
    public (JsonObject? Made, SimulatorFault? Fault) Close(string id)
    {
        lock (turn)
        {
            if (Code(id) is not { } code) return (null, new("The id provided does not exist"));
            var now = time.GetUtcNow();
            if (!code.IsOpen(now)) return (null, new("The QR Code is closed already"));
            code.ClosedAt = now.ToUnixTimeSeconds();
            return (code.ToJson(now), null);
        }
    }

    /// <summary>Cancels a payment link that can still be paid.</summary>
    public (JsonObject? Made, SimulatorFault? Fault) Cancel(string id)
    {
        lock (turn)
        {
            if (Link(id) is not { } link) return (null, new("The id provided does not exist"));
            var now = time.GetUtcNow();
            if (link.StatusAt(now) is not "created" and var status) return (null, new($"A payment link that is {status} cannot be cancelled"));
            link.CancelledAt = now.ToUnixTimeSeconds();
            return (link.ToJson(now), null);
        }
    }

    /// <summary>A UPI app pays by a code: what it asks for, or another amount. Gives what would be called back.</summary>
    public string Scan(SimulatedCode code, long? minor = null, string currency = "INR")
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            var payment = new SimulatedPayment("pay_" + NewId(), minor ?? code.AmountMinor ?? 0, currency, now.ToUnixTimeSeconds(), null);
            code.Taken.Add(payment);
            return code.Credited(payment, now).ToJsonString();
        }
    }

    /// <summary>Somebody pays: what is asked for, or another amount. Gives what would be called back.</summary>
    public string Take(SimulatedLink link, long? minor = null, string currency = "INR")
    {
        lock (turn)
        {
            var payment = new SimulatedPayment("pay_" + NewId(), minor ?? link.AmountMinor, currency, time.GetUtcNow().ToUnixTimeSeconds(), link.OrderId);
            link.Taken.Add(payment);
            return Event(link, payment);
        }
    }

    string Event(SimulatedLink link, SimulatedPayment payment)
    {
        var now = time.GetUtcNow();
        var said = link.ToJson(now);
        said["currency"] = payment.Currency;
        return new JsonObject
        {
            ["account_id"] = "acc_simulator", ["contains"] = new JsonArray("payment", "order", "payment_link"), ["created_at"] = now.ToUnixTimeSeconds(), ["entity"] = "event",
            ["event"] = link.StatusAt(now) == "paid" ? "payment_link.paid" : "payment_link.partially_paid",
            ["payload"] = new JsonObject
            {
                ["order"] = new JsonObject { ["entity"] = link.Order() }, ["payment"] = new JsonObject { ["entity"] = payment.ToJson() }, ["payment_link"] = new JsonObject { ["entity"] = said },
            },
        }.ToJsonString();
    }

    /// <summary>Calls the house back, as often as is wanted; an id of its own unless one is given again.</summary>
    public async Task<int> CallBack(string body, string? eventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(settings) + PayingEndpoints.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Razorpay-Signature", RazorpaySignature.Of(Encoding.UTF8.GetBytes(body), WebhookSecret));
        request.Headers.Add("x-razorpay-event-id", eventId ?? NewId());
        using var answer = await clients.CreateClient(CallsBack).SendAsync(request);
        return (int)answer.StatusCode;
    }

    public (JsonObject? Made, SimulatorFault? Fault) Refund(string paymentId, JsonObject asked, string? key)
    {
        lock (turn)
        {
            if (key is not null && (key.Length < 10 || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))) return (null, new("The idempotency key is invalid"));
            if (key is not null && refunds.TryGetValue(key, out var done)) return (done.DeepClone().AsObject(), null);
            if (Taken.FirstOrDefault(taken => taken.Id == paymentId) is not { } payment) return (null, new("The id provided does not exist"));
            var left = payment.AmountMinor - payment.RefundedMinor;
            var minor = left;
            if (asked["amount"] is { } amount && !LinkRequest.IsWhole(amount, out minor)) return (null, new("The amount must be an integer.", "amount"));
            if (minor < 100) return (null, new("The amount must be at least INR 1.00", "amount"));
            if (minor > left) return (null, new("The total refund amount is greater than the refund payment amount", "amount"));
            payment.RefundedMinor += minor;
            var made = new JsonObject
            {
                ["id"] = "rfnd_" + NewId(), ["entity"] = "refund", ["amount"] = minor, ["receipt"] = asked["receipt"]?.DeepClone(), ["currency"] = payment.Currency,
                ["payment_id"] = paymentId, ["notes"] = asked["notes"]?.DeepClone() ?? new JsonArray(), ["acquirer_data"] = new JsonObject { ["arn"] = null },
                ["created_at"] = time.GetUtcNow().ToUnixTimeSeconds(), ["batch_id"] = null, ["status"] = RefundStatus, ["speed_processed"] = "normal", ["speed_requested"] = asked["speed"]?.DeepClone() ?? "normal",
            };
            if (key is not null) refunds[key] = made;
            refundsById[(string)made["id"]!] = made;
            return (made.DeepClone().AsObject(), null);
        }
    }

    IEnumerable<SimulatedPayment> Taken => links.Values.SelectMany(link => link.Taken).Concat(codes.Values.SelectMany(code => code.Taken));

    /// <summary>What is called back about a refund: https://razorpay.com/docs/webhooks/payloads/refunds/.</summary>
    public string RefundEvent(string refundId)
    {
        var refund = Refunded(refundId)!;
        var payment = Taken.First(taken => taken.Id == (string)refund["payment_id"]!);
        return new JsonObject
        {
            ["entity"] = "event", ["account_id"] = "acc_simulator", ["event"] = $"refund.{(RefundStatus == "pending" ? "created" : RefundStatus)}", ["contains"] = new JsonArray("refund", "payment"),
            ["payload"] = new JsonObject { ["refund"] = new JsonObject { ["entity"] = refund }, ["payment"] = new JsonObject { ["entity"] = payment.ToJson() } },
            ["created_at"] = time.GetUtcNow().ToUnixTimeSeconds(),
        }.ToJsonString();
    }

    /// <summary>The refunds that were made.</summary>
    public IReadOnlyCollection<string> Refunds => [.. refundsById.Keys];

    static string NewId() => RandomNumberGenerator.GetString(Letters, 14);
}
