using System.Text.Json;

namespace EkDwar.People.SignOn;

/// <summary>The provider could not be asked, or answered as no provider may. Nothing is known of anybody by it.</summary>
public sealed class SignOnSilent(string why, Exception? inner = null) : Exception(why, inner);

/// <summary>What a provider says of itself under its issuer (OpenID Connect Discovery 1.0), as far as the house uses it.</summary>
public sealed record ProviderFacts(string Authorize, string Token, string Keys, string? EndSession)
{
    /// <summary>It names itself in each answer through the browser (RFC 9207): one that does not is none of its answers.</summary>
    public bool NamesItself { get; init; }

    /// <summary>The secret goes into the form, because the provider takes no header for it.</summary>
    public bool TakesSecretInForm { get; init; }

    /// <summary>Throws <see cref="SignOnSilent"/> where a provider that says this cannot be used safely.</summary>
    public static ProviderFacts Read(JsonElement said, SignOnPlace place)
    {
        // Discovery 4.3, and against mixing up: it must be the issuer that was asked for, to the letter.
        if (!string.Equals(Text(said, "issuer"), place.Issuer, StringComparison.Ordinal)) throw new SignOnSilent("the provider names another issuer");
        if (!Words(said, "response_types_supported").Contains("code")) throw new SignOnSilent("the provider gives no codes");
        if (said.TryGetProperty("code_challenge_methods_supported", out _) && !Words(said, "code_challenge_methods_supported").Contains("S256")) throw new SignOnSilent("the provider knows no S256");
        // Discovery 3: where nothing is said, it is the header.
        var ways = said.TryGetProperty("token_endpoint_auth_methods_supported", out _) ? Words(said, "token_endpoint_auth_methods_supported") : ["client_secret_basic"];
        if (!ways.Contains("client_secret_basic") && !ways.Contains("client_secret_post")) throw new SignOnSilent("the provider takes no client secret");
        return new(Address(said, "authorization_endpoint", place), Address(said, "token_endpoint", place), Address(said, "jwks_uri", place),
            said.TryGetProperty("end_session_endpoint", out _) ? Address(said, "end_session_endpoint", place) : null)
        {
            NamesItself = said.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            TakesSecretInForm = !ways.Contains("client_secret_basic"),
        };
    }

    static string Address(JsonElement said, string name, SignOnPlace place) =>
        Text(said, name) is { Length: <= 1_000 } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || place.IsEmulated && uri.IsLoopback)
            ? uri.AbsoluteUri : throw new SignOnSilent($"the provider has no safe {name}");

    public static string? Text(JsonElement said, string name) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static List<string> Words(JsonElement said, string name) => said.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)] : [];
}
