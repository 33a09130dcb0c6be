using System.Globalization;

namespace EkDwar.Notifying.Sms;

/// <summary>The gateway did not take a message now: it may take it later, or another gateway may. Says the gateway's code and nothing it wrote.</summary>
public sealed class GatewayRefused(string gateway, string code) : Exception($"{gateway} did not take a text message: {code}");

/// <summary>One question to a gateway. Its answer is short or is none, and comes soon or is waited for no longer.</summary>
static class SmsHttp
{
    const int LongestAnswer = 16 * 1024;

    public static void Limit(HttpClient http) => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), LongestAnswer);

    /// <summary>The status and what was answered. Throws <see cref="GatewayRefused"/> where nothing of use came.</summary>
    public static async Task<(int Status, string Answer)> Ask(HttpClient http, string gateway, Uri address, HttpContent body, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (header is { } named) request.Headers.Add(named.Name, named.Value);
        try
        {
            using var response = await http.SendAsync(request);
            var status = (int)response.StatusCode;
            return status < 500 ? (status, await response.Content.ReadAsStringAsync()) : throw new GatewayRefused(gateway, "http " + status.ToString(CultureInfo.InvariantCulture));
        }
        // What the network says may hold the address, and that the account.
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            throw new GatewayRefused(gateway, e is HttpRequestException ? "not reached" : "no answer in time");
        }
    }
}
