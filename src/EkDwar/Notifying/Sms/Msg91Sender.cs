using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// MSG91 (api v5, flow): it holds the registered text itself under a name of its own and is given the values alone. That
/// what it holds is what our register says, it does not show; its reports and a test message do.
/// </summary>
/// <remarks>https://docs.msg91.com/sms/send-sms. Its numbers of what is wrong are those of its earlier API.</remarks>
public sealed class Msg91Sender(HttpClient http, SmsDesk desk) : ISender
{
    public const string Name = "msg91";

    public string Channel => "sms";

    public string Provider => Name;

    public int? Rank(Outgoing message) => desk.Rank(message, Name);

    public async Task<Handed> Send(Outgoing message)
    {
        var place = desk.Place(message, Name);
        var ready = await desk.Ready(message, place);
        if (ready.Body.Msg91.Length == 0) throw new GatewayRefused(Name, "no flow");
        var recipient = new JsonObject { ["mobiles"] = "91" + message.To };
        for (var at = 0; at < ready.Values.Count; at++) recipient[$"VAR{at + 1}"] = ready.Values[at];
        var asked = new JsonObject { ["template_id"] = ready.Body.Msg91, ["short_url"] = "0", ["recipients"] = new JsonArray(recipient) };
        using var body = new StringContent(asked.ToJsonString(), Encoding.UTF8, "application/json");
        var (status, answer) = await SmsHttp.Ask(http, Name, new(place.Url + "flow"), body, ("authkey", place.Key));
        var (type, said, code) = Read(answer);
        return (status, type, code) switch
        {
            (200, "success", _) when said.Length > 0 => desk.Taken(message, ready, said),
            (_, "error", "101" or "202") => throw new NeverTaken("no_such_number"),
            (_, "error", "310") => throw new NeverTaken("too_long"),
            (_, "error", _) => throw new GatewayRefused(Name, code.Length > 0 && code.All(char.IsAsciiDigit) ? code : "error"),
            _ => throw new GatewayRefused(Name, "unreadable"),
        };
    }

    static (string Type, string Said, string Code) Read(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object ? (Text("type"), Text("message"), Text("code")) : default;

            string Text(string name) => !json.RootElement.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            };
        }
        catch (JsonException)
        {
            return ("", "", "");
        }
    }
}
