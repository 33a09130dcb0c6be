using System.Globalization;
using System.Text.RegularExpressions;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// The gateway of the National Informatics Centre: HttpLink for Latin letters, MLink for all others. It hears only machines
/// whose address it was told. Its codes are those of the platform it runs on.
/// </summary>
public sealed partial class NicSender(HttpClient http, SmsDesk desk) : ISender
{
    public const string Name = "nic";

    const int Accepted = 0;

    public string Channel => "sms";

    public string Provider => Name;

    public int? Rank(Outgoing message) => desk.Rank(message, Name);

    public async Task<Handed> Send(Outgoing message)
    {
        var place = desk.Place(message, Name);
        var ready = await desk.Ready(message, place);
        var fields = new Dictionary<string, string>
        {
            ["username"] = place.User, ["pin"] = place.Password, ["message"] = ready.Text, ["mnumber"] = "91" + message.To,
            ["signature"] = place.Register.Header, ["dlt_entity_id"] = place.Register.Entity, ["dlt_template_id"] = ready.Body.Id,
        };
        if (ready.Segments > 1) fields["concat"] = "1";
        using var form = new FormUrlEncodedContent(fields);
        var (status, answer) = await SmsHttp.Ask(http, Name, new(place.Url + (ready.IsWide ? "MLink" : "HttpLink")), form);
        var said = Answer().Match(answer);
        if (status != 200 || !said.Success) throw new GatewayRefused(Name, "unreadable");
        return int.Parse(said.Groups["code"].ValueSpan, CultureInfo.InvariantCulture) switch
        {
            Accepted => desk.Taken(message, ready, said.Groups["id"].Value),
            -3 or -410 or -434 or -438 or -490 or -491 or -492 => throw new NeverTaken("no_such_number"),
            -418 or -436 or -477 or -481 => throw new NeverTaken("number_blocks"),
            -402 or -439 or -442 or -476 => throw new NeverTaken("refused_by_operator"),
            var code => throw new GatewayRefused(Name, code.ToString(CultureInfo.InvariantCulture)),
        };
    }

    [GeneratedRegex(@"\AMessage (Accepted|Rejected) for Request ID\s*=\s*(?<id>[0-9A-Za-z]{0,64})\s*~code=API(?<code>-?[0-9]{1,5})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Answer();
}
