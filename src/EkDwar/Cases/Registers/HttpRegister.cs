using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace EkDwar.Cases.Registers;

/// <summary>
/// A register that speaks JSON over HTTP, in the one way docs/how-to/connect-a-register.md tells. Exact: an answer about another
/// key, with a field too many or one missing, or of another type is no answer; that there is no record is believed only
/// when the register itself says so.
/// </summary>
public sealed partial class HttpRegister(HttpClient http, IOptions<RegistersOptions> configured, TimeProvider time, ILogger<HttpRegister> log) : IRegister
{
    public const int LongestAnswer = 512 * 1024;

    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsConnected(string register) => configured.Value.Of(register) is not null;

    public async Task<RegisterAnswer> Ask(RegisterQuestion question)
    {
        if (configured.Value.Of(question.Register) is not { } place) return RegisterAnswer.NotConnected;
        try
        {
            using var request = Request(question, place);
            using var response = await http.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.OK) return Away(question, $"status {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "application/json") return Away(question, "no JSON");
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
            return Read(question, answer.RootElement) ?? Away(question, "another answer than the service's file tells of");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            return Away(question, e.GetType().Name);
        }
    }

    static HttpRequestMessage Request(RegisterQuestion question, RegisterPlace place) => new(HttpMethod.Post, place.BaseUrl.TrimEnd('/') + "/records")
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", place.Key), Accept = { new("application/json") } },
        Content = new StringContent(new JsonObject { ["register"] = question.Register, ["key"] = KeyOf(question) }.ToJsonString(Plain), Encoding.UTF8, "application/json"),
    };

    static JsonObject KeyOf(RegisterQuestion question) => new(question.Key.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));

    /// <summary>Null when it is no answer to this question.</summary>
    RegisterAnswer? Read(RegisterQuestion question, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || Text(answer, "register") != question.Register || !IsKey(question, answer)) return null;
        if (!answer.TryGetProperty("found", out var found) || found.ValueKind is not (JsonValueKind.True or JsonValueKind.False) || AsOf(answer) is not { } asOf) return null;
        var parts = answer.EnumerateObject().Count();
        if (found.ValueKind == JsonValueKind.False) return parts == 4 ? RegisterAnswer.NotFound : null;
        return parts == 5 && answer.TryGetProperty("record", out var given) && RegisterRecord.Read(question.Gives, given, asOf) is { } record ? RegisterAnswer.Found(record) : null;
    }

    static bool IsKey(RegisterQuestion question, JsonElement answer) =>
        answer.TryGetProperty("key", out var key) && JsonNode.DeepEquals(JsonNode.Parse(key.GetRawText()), KeyOf(question));

    /// <summary>The instant at which the record stood so; none that is still to come.</summary>
    DateTime? AsOf(JsonElement answer) => Text(answer, "as_of") is { } text
        && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var asOf)
        && asOf <= time.GetUtcNow() + ClockSkew ? asOf.UtcDateTime : null;

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    RegisterAnswer Away(RegisterQuestion question, string why)
    {
        IsAway(log, question.Register, why);
        return RegisterAnswer.Away;
    }

    // Never the key: it names somebody's land.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The register {Register} gave no answer: {Why}")]
    static partial void IsAway(ILogger log, string register, string why);
}
