using System.Text;
using System.Text.RegularExpressions;

namespace EkDwar.Notifying.Email;

/// <summary>
/// A delivery report (RFC 3464) as it came back: which message it is about, by the address it came to, and what became of that.
/// Of what it says otherwise, which anybody can write, nothing is believed; what it quotes of the message is not read.
/// </summary>
/// <param name="Message">by the return address it was sent to</param>
/// <param name="Action">failed, delivered, delayed, relayed or expanded</param>
/// <param name="Status">RFC 3463, such as 5.1.1; empty where it has none</param>
public sealed partial record BounceReport(Guid Message, string Action, string Status)
{
    /// <summary>No report is larger; most of it would be the message that comes back.</summary>
    public const int Longest = 1024 * 1024;

    const int DeepestPart = 4, MostParts = 20;

    // The address a server delivers to stands in one of these; which, depends on the server.
    static readonly string[] Receivers = ["delivered-to", "x-original-to", "to"];

    /// <summary>Null where these bytes are no report, or none about a message that could be ours.</summary>
    public static BounceReport? Read(ReadOnlySpan<byte> bytes, string domain)
    {
        // Headers and report are ASCII by their RFCs; what is not stays what it is, and is compared with nothing.
        var text = Encoding.Latin1.GetString(bytes).ReplaceLineEndings("\n");
        var (headers, body) = Split(text);
        var message = Receivers.SelectMany(name => headers.Where(header => header.Name == name)).Select(header => ReturnAddress.In(header.Value, domain)).FirstOrDefault(found => found is not null);
        if (message is null || PartOf(headers, body, "message/delivery-status", 0) is not { } status) return null;
        // The first block is about the report, the others about one receiver each; ours has one.
        var receiver = status.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(HeadersOf).FirstOrDefault(block => block.Exists(field => field.Name == "action"));
        if (receiver is null) return null;
        var (action, code) = (ValueOf(receiver, "action").ToLowerInvariant(), StatusCode().Match(ValueOf(receiver, "status")).Value);
        return new(message.Value, action.Split(' ', '(')[0], code);
    }

    /// <summary>Why it failed, in a word.</summary>
    public string Reason => Status.Split('.') is [_, var subject, var detail] ? (subject, detail) switch
    {
        ("1", _) => SmtpSender.NoSuchAddress,
        ("2", "2") => "mailbox_full",
        ("2", "3") or ("3", "4") => SmtpSender.TooLarge,
        ("4", _) => "unreachable",
        ("7", _) => SmtpSender.Refused,
        _ => NotDelivered,
    } : NotDelivered;

    const string NotDelivered = "not_delivered";

    static string? PartOf(List<(string Name, string Value)> headers, string body, string wanted, int depth)
    {
        var type = ValueOf(headers, "content-type");
        if (type.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)) return IsPlain(headers) ? body : null;
        if (depth == DeepestPart || !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || Boundary().Match(type) is not { Success: true } boundary) return null;
        var line = "\n--" + (boundary.Groups[1].Success ? boundary.Groups[1] : boundary.Groups[2]).Value;
        foreach (var part in ("\n" + body).Split(line).Skip(1).Take(MostParts))
        {
            if (part.StartsWith("--", StringComparison.Ordinal)) break;
            var (inner, content) = Split(part[Math.Min(part.Length, part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            if (PartOf(inner, content, wanted, depth + 1) is { } found) return found;
        }
        return null;
    }

    // RFC 3464 wants it in 7 bits; in any other encoding it is not what it says.
    static bool IsPlain(List<(string Name, string Value)> headers) => ValueOf(headers, "content-transfer-encoding").ToLowerInvariant() is "" or "7bit" or "8bit";

    static (List<(string Name, string Value)> Headers, string Body) Split(string text)
    {
        if (text.StartsWith('\n')) return ([], text[1..]);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (HeadersOf(text), "") : (HeadersOf(text[..end]), text[(end + 2)..]);
    }

    static List<(string Name, string Value)> HeadersOf(string text) => [.. Folded().Replace(text, " ").Split('\n').Select(line => line.Split(':', 2))
        .Where(field => field.Length == 2).Select(field => (field[0].Trim().ToLowerInvariant(), field[1].Trim()))];

    static string ValueOf(List<(string Name, string Value)> fields, string name) => fields.FirstOrDefault(field => field.Name == name).Value ?? "";

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("""boundary\s*=\s*(?:"([^"\n]{1,70})"|([^\s;"]{1,70}))""", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}\b")]
    private static partial Regex StatusCode();
}
