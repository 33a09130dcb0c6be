using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EkDwar.Paying.Simulator;

namespace EkDwar.Tests.Paying;

/// <summary>Asks the simulator as any client of the gateway would, and holds its answers against what is published.</summary>
static class SimulatedGateway
{
    public static async Task<(HttpStatusCode Status, JsonObject Answer)> AskSimulator(this TestHouse house, HttpMethod method, string path, string? body = null, string? key = null,
        string type = "application/json", string? idempotency = null)
    {
        using var request = new HttpRequestMessage(method, "/dev/gateway/v1/" + path);
        key ??= $"{GatewaySimulator.KeyId}:{GatewaySimulator.KeySecret}";
        if (key.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));
        if (idempotency is not null) request.Headers.Add("X-Refund-Idempotency", idempotency);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await house.Client().SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }

    /// <summary>What is published and not said, or of another type; notes are whoever asked's own.</summary>
    public static IEnumerable<string> Missing(JsonNode? said, JsonNode? published, string at = "")
    {
        if (published is JsonObject whole)
        {
            if (said is not JsonObject parts) return [at];
            return whole.Where(field => field.Key is not ("notes" or "reminders" or "customer")).SelectMany(field => parts.ContainsKey(field.Key) ? Missing(parts[field.Key], field.Value, $"{at}/{field.Key}") : [$"{at}/{field.Key}"]);
        }
        if (published is JsonArray { Count: > 0 } list) return said is JsonArray { Count: > 0 } items ? Missing(items[0], list[0], at + "/0") : [at];
        return said is null || published is null || Kind(said) == Kind(published) ? [] : [at];
    }

    static JsonValueKind Kind(JsonNode value) => value.GetValueKind() is var kind && kind == JsonValueKind.False ? JsonValueKind.True : kind;

    public static IEnumerable<string> Missing(JsonNode? said, string published) => Missing(said, JsonNode.Parse(published));
}
