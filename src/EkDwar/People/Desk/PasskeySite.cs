using Microsoft.AspNetCore.Identity;

namespace EkDwar.People.Desk;

/// <summary>
/// Where passkeys are good: the origin officials type and its domain, from the public address the house was started with,
/// never from a request. Browsers know passkeys over https or on localhost only, and never for a numeric address.
/// </summary>
public sealed record PasskeySite(string Origin, string Domain, bool IsPossible)
{
    public static PasskeySite Of(string publicUrl)
    {
        // A listening address may name every address of the machine, which is none an official types.
        if (!Uri.TryCreate(publicUrl.Split(';')[0], UriKind.Absolute, out var address)) return new("", "", false);
        var isPossible = address.HostNameType == UriHostNameType.Dns && (address.Scheme == Uri.UriSchemeHttps || address.Host == "localhost");
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        return new($"{address.Scheme}://{address.IdnHost}{port}", address.IdnHost, isPossible);
    }

    public bool Is(PasskeyOriginValidationContext asked) => IsPossible && !asked.CrossOrigin && string.Equals(asked.Origin, Origin, StringComparison.Ordinal);
}
