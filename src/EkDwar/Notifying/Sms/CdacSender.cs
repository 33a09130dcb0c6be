using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Mobile Seva of C-DAC, by which most of Maharashtra's e-governance sends (integration document 1.8 and its return codes,
/// mgov.gov.in/msdp_sms_push.jsp). It knows no keys of ours: a message whose answer was lost is sent again.
/// </summary>
public sealed partial class CdacSender(HttpClient http, SmsDesk desk) : ISender
{
    public const string Name = "cdac";

    public string Channel => "sms";

    public string Provider => Name;

    public int? Rank(Outgoing message) => desk.Rank(message, Name);

    public async Task<Handed> Send(Outgoing message)
    {
        var place = desk.Place(message, Name);
        var ready = await desk.Ready(message, place);
        using var form = new FormUrlEncodedContent(Form(place, ready, message.To, isCode: SmsCaps.PurseOf(message) == SmsCaps.Codes));
        var (status, answer) = await SmsHttp.Ask(http, Name, new(place.Url + "sendsmsrequestDLT"), form);
        var said = Answer().Match(answer);
        if (status != 200 || !said.Success) throw new GatewayRefused(Name, "unreadable");
        return said.Groups["code"].Value switch
        {
            // 409: its exchange was slow to answer, and it submits the message itself.
            "402" or "409" => desk.Taken(message, ready, said.Groups["id"] is { Success: true } id ? id.Value : null),
            "406" => throw new NeverTaken("no_such_number"),
            "413" or "414" => throw new NeverTaken("refused_by_operator"),
            var code => throw new GatewayRefused(Name, code),
        };
    }

    /// <summary>The fields in the order of the published samples.</summary>
    static Dictionary<string, string> Form(SmsPlace place, ReadyText ready, string mobile, bool isCode)
    {
        var content = ready.IsWide ? Entities(ready.Text) : ready.Text;
        return new()
        {
            ["username"] = place.User, ["password"] = Password(place.Password), ["smsservicetype"] = (ready.IsWide, isCode) switch { (true, true) => "unicodeotpmsg", (true, _) => "unicodemsg", (_, true) => "otpmsg", _ => "singlemsg" },
            ["content"] = content,
            // Of the four kinds only one, the wide one that is no code, takes several numbers, and calls them so.
            [ready.IsWide && !isCode ? "bulkmobno" : "mobileno"] = mobile,
            ["senderid"] = place.Register.Header, ["key"] = Key(place.User, place.Register.Header, content, place.Key), ["templateid"] = ready.Body.Id,
        };
    }

    // The document says SHA-1, though its older samples call it MD5. It is the gateway's own wire format, over TLS.
#pragma warning disable CA5350
    public static string Password(string password) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350

    /// <summary>SHA-512 over user, header, content as it is sent and the secure key, one behind the other.</summary>
    public static string Key(string user, string header, string content, string secureKey) => Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(user + header + content + secureKey)));

    /// <summary>Every UTF-16 unit as a decimal entity, the plain ones too: न is &amp;#2344;</summary>
    public static string Entities(string text) => string.Concat(text.Select(unit => $"&#{(int)unit};"));

    [GeneratedRegex(@"\A\s*(?<code>[0-9]{3})(\s*,\s*MsgID\s*=\s*(?<id>[A-Za-z0-9]{1,64}))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();
}
