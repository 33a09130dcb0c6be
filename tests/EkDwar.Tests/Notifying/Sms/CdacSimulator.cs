using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>
/// Mobile Seva as C-DAC's integration document 1.8 and its page of return codes tell of it: a form, the password as SHA-1, a
/// key over user, header, content and secure key, wide content as decimal entities; answers are a code and an id.
/// </summary>
sealed class CdacSimulator(string state)
{
    public const string User = "department", Password = "password", SecureKey = "1a2b3c4d-0000-4000-8000-000000000000";

    // Made with sha1sum.
    const string PasswordAsSent = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";

    static readonly string[] Kinds = ["singlemsg", "bulkmsg", "unicodemsg", "otpmsg", "unicodeotpmsg"];

    readonly Scrubber scrubber = new(state);

    public List<Taken> Messages { get; } = [];

    /// <summary>What it says instead of an answer of its own, such as "403" when the credit is used up.</summary>
    public string? Says { get; set; }

    public async Task<(int Status, string Answer)> Hear(HttpRequest request)
    {
        if (request.ContentType?.Split(';')[0] != "application/x-www-form-urlencoded") return (415, "Unsupported Media Type");
        var form = await request.ReadFormAsync();
        string Field(string name) => form[name] is [{ } one] ? one : "";
        if (Says is not null) return (200, Says);
        var (content, kind) = (Field("content"), Field("smsservicetype"));
        if (Field("username") != User || Field("password") != PasswordAsSent) return (200, "401");
        if (Field("key").Length == 0) return (200, "415");
        if (Field("key") != Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(User + Field("senderid") + content + SecureKey)))) return (200, "416");
        if (Field("senderid") != scrubber.Header) return (200, "411");
        if (!Kinds.Contains(kind)) return (200, "404");
        var to = Field(kind is "bulkmsg" or "unicodemsg" ? "bulkmobno" : "mobileno");
        if (!Regex.IsMatch(to, "^[6-9][0-9]{9}$")) return (200, "406");
        if (!Regex.IsMatch(Field("templateid"), "^([0-9]{12}|[0-9]{19})$") || !scrubber.Knows(Field("templateid"))) return (200, "414");
        var isWide = kind.StartsWith("unicode", StringComparison.Ordinal);
        // Wide content that is not entities would arrive as question marks, and so would entities that were called plain.
        if (isWide != Regex.IsMatch(content, @"^(&#\d{1,5};)+$") || (!isWide && content.Any(letter => letter > '~'))) return (200, "414");
        var text = isWide ? Regex.Replace(content, @"&#(\d+);", unit => ((char)int.Parse(unit.Groups[1].Value)).ToString()) : content;
        if (text.Length > (isWide ? 134 : 306) || !scrubber.Passes(Field("templateid"), text)) return (200, "414");
        var id = $"150620161466003974{Messages.Count:D3}msdgsms";
        Messages.Add(new(id, to, text, Field("templateid")));
        return (200, $"402,MsgID = {id}");
    }
}
