using System.Globalization;
using System.Net;
using EkDwar.Foundation;
using EkDwar.People;

namespace EkDwar.Notifying.Email;

/// <summary>A mail server that takes messages of the house. It must speak STARTTLS, unless it is on this machine and said to be plain.</summary>
/// <param name="Name">by which messages name it: "smtp", and "smtp-2" for the second</param>
public sealed record MailRelay(string Name, string Host, int Port)
{
    public string User { get; init; } = "";
    public string Password { get; init; } = "";

    /// <summary>A PEM file with the authority that signed its certificate, where that is none of the machine's own; null where it is.</summary>
    public string? Authority { get; init; }
    public bool IsPlain { get; init; }

    /// <summary>How long one message may take.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    // A record says all it holds; the password is said to nobody.
    public override string ToString() => $"{Name} {Host}:{Port}";
}

/// <summary>
/// How e-mail leaves the house, by the environment: <c>Mail__From</c>, <c>Mail__ReturnDomain</c> (that of From, unless said),
/// <c>Mail__Bounces</c> (a Maildir) and, for the first server and one that takes over, <c>Mail__Relays__0__Host</c>,
/// <c>__Port</c>, <c>__User</c>, <c>__Password</c>, <c>__Authority</c>, <c>__Plain</c>, <c>__Seconds</c>. Without a server no e-mail leaves.
/// </summary>
public sealed record MailSettings(EmailAddress From, string ReturnDomain, IReadOnlyList<MailRelay> Relays)
{
    /// <summary>The Maildir into which the server delivers what comes back; null where nobody reads it.</summary>
    public string? Bounces { get; init; }

    public static readonly MailSettings None = new(default, "", []);

    public bool IsGiven => Relays.Count > 0;

    public static MailSettings FromEnvironment() => Of(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>Throws <see cref="CannotStart"/>, which names the setting that cannot be read.</summary>
    public static MailSettings Of(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        var relays = mail.GetSection("Relays").GetChildren().Where(relay => !string.IsNullOrEmpty(relay["Host"])).Select(RelayOf).ToList();
        if (relays.Count == 0) return None;
        if (!EmailAddress.TryParse(mail["From"], out var from)) throw Wrong("Mail__From");
        var domain = mail["ReturnDomain"] is { Length: > 0 } said ? said.ToLowerInvariant() : from.Domain;
        if (!EmailAddress.TryParse("bounce@" + domain, out _)) throw Wrong("Mail__ReturnDomain");
        var bounces = mail["Bounces"] is { Length: > 0 } folder ? folder : null;
        if (bounces is not null && !Directory.Exists(Path.Combine(bounces, "new"))) throw Wrong("Mail__Bounces");
        return new(from, domain, relays) { Bounces = bounces };
    }

    static MailRelay RelayOf(IConfigurationSection relay, int index)
    {
        var (host, name) = (relay["Host"]!, $"Mail__Relays__{index}__");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw Wrong(name + "Host");
        var port = NumberOf(relay["Port"], 587, IPEndPoint.MaxPort) ?? throw Wrong(name + "Port");
        var seconds = NumberOf(relay["Seconds"], 30, 120) ?? throw Wrong(name + "Seconds");
        var isPlain = relay["Plain"] is "true";
        // What passes a network in clear is read on the way.
        if (isPlain && !Settings.IsLoopback($"http://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}")) throw Wrong(name + "Plain");
        var authority = relay["Authority"] is { Length: > 0 } file ? file : null;
        if (authority is not null && !File.Exists(authority)) throw Wrong(name + "Authority");
        return new(index == 0 ? "smtp" : $"smtp-{index + 1}", host, port)
        {
            User = relay["User"] ?? "", Password = relay["Password"] ?? "", Authority = authority, IsPlain = isPlain, Longest = TimeSpan.FromSeconds(seconds),
        };
    }

    static int? NumberOf(string? text, int otherwise, int most) => string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;

    static CannotStart Wrong(string setting) => new("foundation.start.mail", ("setting", setting));
}
