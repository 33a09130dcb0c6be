using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace EkDwar.Notifying.Sms;

/// <summary>What a gateway says became of a message: it arrived, or it did not and why.</summary>
/// <param name="ProviderId">what the gateway called it when it took it</param>
/// <param name="Mobile">ten digits; empty where the gateway does not say</param>
/// <param name="Reason">one word of ours; null where it arrived</param>
public sealed record DeliveryReport(string ProviderId, string Mobile, string? Reason)
{
    public bool HasArrived => Reason is null;
}

/// <summary>
/// Reads what gateways report, and takes nothing for granted. Stages on the way are no report. C-DAC publishes none that
/// are pushed: what became of its messages stays unsaid.
/// </summary>
static class ReportWords
{
    const int MostInOne = 1_000;

    /// <summary>Null where it cannot be read at all.</summary>
    public static IReadOnlyList<DeliveryReport>? Of(string gateway, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        var said = fields.Where(field => field.Value.Count == 1).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        return gateway switch { Msg91Sender.Name => said.TryGetValue("data", out var data) ? Msg91(data) : null, NicSender.Name => Nic(said), _ => null };
    }

    // a2wackid is the request id of the answer; carrierstatus is what SMPP calls it.
    static List<DeliveryReport>? Nic(Dictionary<string, string> said)
    {
        if (!said.TryGetValue("a2wackid", out var id) || id.Length is 0 or > 64 || !said.TryGetValue("carrierstatus", out var status)) return null;
        var mobile = Mobile(said.GetValueOrDefault("mnumber"));
        return status.Trim().ToUpperInvariant() switch
        {
            "DELIVRD" => [new(id, mobile, null)],
            "EXPIRED" => [new(id, mobile, "phone_unreachable")],
            "UNDELIV" or "DELETED" or "UNKNOWN" => [new(id, mobile, "not_delivered")],
            "REJECTD" => [new(id, mobile, "refused_by_operator")],
            _ => [],
        };
    }

    // 1 delivered, 2 failed, 9 the number's owner wants none, 16 and 25 rejected, 17 blocked.
    static List<DeliveryReport>? Msg91(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            if (json.RootElement.ValueKind != JsonValueKind.Array) return null;
            return [.. (from request in json.RootElement.EnumerateArray()
                        let id = Text(request, "requestId")
                        where id.Length is > 0 and <= 64 && request.TryGetProperty("report", out var reports) && reports.ValueKind == JsonValueKind.Array
                        from report in request.GetProperty("report").EnumerateArray()
                        let status = Text(report, "status")
                        where status is "1" or "2" or "9" or "16" or "17" or "25"
                        select new DeliveryReport(id, Mobile(Text(report, "number")), status switch { "1" => null, "2" => "not_delivered", "9" or "17" => "number_blocks", _ => "refused_by_operator" })).Take(MostInOne)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Mobile(string? said) => Foundation.PhoneNumber.TryParse(said, out var number) ? number.Digits : "";

    static string Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
