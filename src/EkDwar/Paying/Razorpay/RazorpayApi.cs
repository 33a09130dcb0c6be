using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Outages;
using Microsoft.Extensions.Options;

namespace EkDwar.Paying.Razorpay;

/// <summary>Asks Razorpay, with the keys of the configuration, and notes whether it answers. Throws <see cref="GatewaySilent"/> where nothing is known afterwards.</summary>
public sealed class RazorpayApi(HttpClient http, IOptions<RazorpayOptions> configured, OutageBook outages)
{
    readonly RazorpayOptions options = configured.Value;

    public async Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, JsonObject? body, (string Name, string Value)? header = null)
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
