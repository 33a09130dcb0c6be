namespace EkDwar.People;

/// <summary>
/// By what a one-time code may come beside a text message: a phone call, WhatsApp. Offered is what the configuration names
/// (<c>Codes:Voice</c>, <c>Codes:WhatsApp</c>: true); in Development both, unless it says false. Who carries it is Notifying's.
/// </summary>
public sealed class CodeChannels(IConfiguration configuration, IWebHostEnvironment environment)
{
    public const string Sms = "sms", Voice = "voice", WhatsApp = "whatsapp", Email = "email";

    static readonly (string Channel, string Key)[] Ways = [(Voice, "Codes:Voice"), (WhatsApp, "Codes:WhatsApp")];

    /// <summary>Beside the text message, which is always there.</summary>
    public IReadOnlyList<string> Offered => [.. Ways
        .Where(one => bool.TryParse(configuration[one.Key], out var isOn) ? isOn : environment.IsDevelopment()).Select(one => one.Channel)];

    public bool Offers(string channel) => channel == Sms || Offered.Contains(channel);
}
