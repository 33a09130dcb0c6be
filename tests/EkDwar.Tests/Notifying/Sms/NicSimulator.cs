using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>The gateway of the National Informatics Centre as its users publish it: fields, two ways in, answers with API and a number.</summary>
sealed class NicSimulator(string state)
{
    public const string User = "department.sms", Pin = "P@ss&word";

    readonly Scrubber scrubber = new(state);

    public List<Taken> Messages { get; } = [];
    public string? Says { get; set; }

    public async Task<(int Status, string Answer)> Hear(HttpRequest request)
    {
        if (request.Method != "POST" || request.ContentType?.Split(';')[0] != "application/x-www-form-urlencoded") return (400, "Bad Request");
        var form = await request.ReadFormAsync();
        string Field(string name) => form[name] is [{ } one] ? one : "";
        if (Says is not null) return (200, Says);
        if (Field("username") != User || Field("pin") != Pin) return Rejected(-2, "Invalid Credentials");
        if (Field("mnumber").Length == 0) return Rejected(-3, "Empty mnumber");
        if (Field("message").Length == 0) return Rejected(-4, "Empty message");
        if (!Regex.IsMatch(Field("mnumber"), "^91[6-9][0-9]{9}$")) return Rejected(-410, "Invalid Destination Address");
        if (Field("signature") != scrubber.Header) return Rejected(-403, "Invalid sender id");
        if (Field("dlt_entity_id") != scrubber.Entity || !scrubber.Knows(Field("dlt_template_id"))) return Rejected(-442, "Template");
        var (text, isWide) = (Field("message"), request.Path.Value!.EndsWith("/MLink", StringComparison.Ordinal));
        if (isWide != text.Any(letter => letter > '~')) return Rejected(-404, "Invalid Message Type");
        var (alone, two) = isWide ? (70, 134) : (160, 306);
        if (text.Length > two || (text.Length > alone) != (Field("concat") == "1")) return Rejected(-420, "Invalid message length");
        if (!scrubber.Passes(Field("dlt_template_id"), text)) return Rejected(-442, "Template");
        var id = $"12313946898506681731{Messages.Count:D3}";
        Messages.Add(new(id, Field("mnumber")[2..], text, Field("dlt_template_id")));
        return (200, $"Message Accepted for Request ID={id}~code=API000 & info=Platform accepted & Time =2014/03/13/11/20");
    }

    static (int, string) Rejected(int code, string why) => (200, $"Message Rejected for Request ID= ~code=API{code}& info=REJECTED: {why}& Time = 2014/11/27/19/47");
}
