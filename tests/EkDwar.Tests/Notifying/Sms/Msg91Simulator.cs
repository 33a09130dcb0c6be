using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>MSG91's flow as its documentation tells of it: a key in a header, a template of its own by name, values by number; answers and errors as JSON.</summary>
sealed class Msg91Simulator(string state)
{
    public const string Key = "416091ExampleAuthKey65cb570bP1";

    readonly Scrubber scrubber = new(state);

    public List<Taken> Messages { get; } = [];
    public string? Says { get; set; }

    public async Task<(int Status, string Answer)> Hear(HttpRequest request)
    {
        if (request.Headers["authkey"] != Key) return Error(401, "Unauthorized", "207");
        if (request.ContentType?.Split(';')[0] != "application/json") return Error(400, "Content-Type is not application/json", "400");
        JsonElement asked;
        try
        {
            asked = (await JsonDocument.ParseAsync(request.Body)).RootElement;
        }
        catch (JsonException)
        {
            return Error(400, "invalid json", "400");
        }
        if (Says is not null) return (200, Says);
        if (asked.ValueKind != JsonValueKind.Object || Text(asked, "template_id") is not { } flow) return Error(400, "template id missing", "400");
        if (!scrubber.Flows.TryGetValue(flow, out var body)) return Error(400, "template not found", "400");
        if (!asked.TryGetProperty("recipients", out var recipients) || recipients.ValueKind != JsonValueKind.Array || recipients.GetArrayLength() == 0) return Error(400, "recipients missing", "101");
        if (Text(asked, "short_url") is not (null or "0" or "1")) return Error(400, "short_url is 0 or 1", "400");
        foreach (var one in recipients.EnumerateArray())
            if (Refused(body, one, out var text) is { } refused) return refused;
            else Messages.Add(new($"3763{Messages.Count:D20}", Text(one, "mobiles")![2..], text, flow));
        return (200, $$"""{"message":"{{Messages[^1].Id}}","type":"success"}""");
    }

    static (int, string)? Refused(string body, JsonElement one, out string text)
    {
        text = body;
        if (Text(one, "mobiles") is not { } to || !Regex.IsMatch(to, "^91[6-9][0-9]{9}$")) return Error(400, "Invalid mobile number", "202");
        var tags = Regex.Matches(body, @"\{#(\w+)#\}").Select(tag => tag.Groups[1].Value).ToList();
        if (one.EnumerateObject().Count() != tags.Count + 1) return Error(400, "variables do not match", "400");
        for (var at = 0; at < tags.Count; at++)
        {
            if (Text(one, $"VAR{at + 1}") is not { } value || !IsAllowed(tags[at], value)) return Error(400, $"VAR{at + 1} does not match its type", "400");
            text = new Regex(Regex.Escape($"{{#{tags[at]}#}}")).Replace(text, value.Replace("$", "$$", StringComparison.Ordinal), 1);
        }
        return text.Length > (text.Any(letter => letter > '~') ? 134 : 306) ? Error(400, "SMS is too long", "310") : null;
    }

    static bool IsAllowed(string tag, string value) => tag switch
    {
        "numeric" => value.All(char.IsAsciiDigit) && value.Length > 0,
        "alphanumeric" => value.Length is > 0 and <= 40 && !value.Any(letter => char.IsPunctuation(letter) || char.IsSymbol(letter)),
        _ => value.StartsWith("https://ekdwar.", StringComparison.Ordinal),
    };

    static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static (int, string) Error(int status, string why, string code) => (status, $$"""{"message":"{{why}}","type":"error","code":"{{code}}"}""");
}
