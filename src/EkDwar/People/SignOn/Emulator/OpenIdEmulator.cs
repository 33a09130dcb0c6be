using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Foundation;
using EkDwar.Places;

namespace EkDwar.People.SignOn.Emulator;

/// <summary>
/// An emulator of an OpenID provider, one for each state that has a sign-on: for Development and tests, strict, and made from the
/// published specifications and not from our client. It believes whoever says who she is, and says so. Nothing outlives the
/// process. Anywhere but in Development it answers nobody.
/// </summary>
/// <remarks>OpenID Connect Core 1.0, Discovery 1.0 and RP-Initiated Logout 1.0; RFC 6749, 7636 and 9207.</remarks>
public sealed class OpenIdEmulator(Settings settings, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time) : IDisposable
{
    public const string Path = "/dev/sign-on", Secret = "emulator's client: ä secret+/=";

    readonly ConcurrentDictionary<string, EmulatedCode> codes = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, EmulatedKey> keys = new(StringComparer.Ordinal);

    /// <summary>What it does wrong from now on.</summary>
    public EmulatorFault Fault { get; set; }

    /// <summary>Of the keys it makes from now on: ES256, RS256 or PS256.</summary>
    public string Algorithm { get; set; } = "ES256";

    /// <summary>It takes the secret in the form alone.</summary>
    public bool TakesSecretInFormOnly { get; set; }

    /// <summary>A login that was given to somebody else since: its subject is another one.</summary>
    public string? GivenAway { get; set; }

    static string SubjectOf(string login) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(login)))[..22];

    public static string IssuerOf(Settings settings, string state) => $"{settings.Url.Split(';')[0].TrimEnd('/')}{Path}/{state}";

    public string Issuer(string state) => IssuerOf(settings, state);

    /// <summary>This house, as it would have been registered there; null where the state has no sign-on.</summary>
    public EmulatedClient? ClientOf(string state)
    {
        var home = settings.PublicUrl.Split(';')[0].TrimEnd('/');
        return states.GetValueOrDefault(state)?.SignOn is { } said ? new(said.ClientId, Secret, $"{home}/desk/sign-on/{state}/back", $"{home}/desk") : null;
    }

    /// <summary>Rolls the key: what was signed with the old one is signed by nobody from now on.</summary>
    public void RollKey(string state)
    {
        if (keys.TryRemove(state, out var old)) old.Dispose();
    }

    EmulatedKey KeyOf(string state) => keys.GetOrAdd(state, _ => EmulatedKey.New(Algorithm, Fault == EmulatorFault.WeakKeys ? 1024 : 2048));

    public JsonObject Discovered(string state)
    {
        var issuer = Issuer(state);
        return new()
        {
            ["issuer"] = Fault == EmulatorFault.DiscoversOther ? issuer + "x" : issuer, ["authorization_endpoint"] = issuer + "/authorize",
            ["token_endpoint"] = Fault == EmulatorFault.DiscoversHttp ? "http://sign-on.example/token" : issuer + "/token", ["jwks_uri"] = issuer + "/jwks", ["end_session_endpoint"] = issuer + "/leave",
            ["response_types_supported"] = new JsonArray("code"), ["response_modes_supported"] = new JsonArray("query"), ["grant_types_supported"] = new JsonArray("authorization_code"),
            ["subject_types_supported"] = new JsonArray("public"), ["id_token_signing_alg_values_supported"] = new JsonArray("ES256", "RS256", "PS256"),
            ["scopes_supported"] = new JsonArray("openid", "profile"), ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["token_endpoint_auth_methods_supported"] = TakesSecretInFormOnly ? new JsonArray("client_secret_post") : new JsonArray("client_secret_basic", "client_secret_post"),
            ["authorization_response_iss_parameter_supported"] = true, ["claims_supported"] = new JsonArray("sub", "preferred_username", "amr", "auth_time"),
        };
    }

    public JsonObject PublicKeys(string state) => new() { ["keys"] = new JsonArray(KeyOf(state).ToJson()) };

    /// <summary>Somebody signed in there: where the browser goes back to. The request was judged before.</summary>
    public string SignedIn(string state, IQueryCollection asked, string login, bool hasTwoFactors)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        codes[code] = new(ClientOf(state)!, asked["redirect_uri"]!, asked["code_challenge"]!, asked["nonce"]!, login, SubjectOf(login == GivenAway ? login + " anew" : login), hasTwoFactors, time.GetUtcNow());
        return Back(state, asked, ("code", code));
    }

    /// <summary>As <see cref="SignedIn"/>, with a refusal.</summary>
    public string Refused(string state, IQueryCollection asked, EmulatedRefusal refusal) => Back(state, asked, ("error", refusal.Error), ("error_description", refusal.Description));

    string Back(string state, IQueryCollection asked, params (string Name, string Value)[] said)
    {
        var answer = said.ToList();
        if (AuthorizeRequest.Text(asked, "state") is { } given) answer.Add(("state", given));
        if (Fault != EmulatorFault.NoIssuerBack) answer.Add(("iss", Fault == EmulatorFault.OtherIssuerBack ? "https://evil.example" : Issuer(state)));
        return asked["redirect_uri"] + "?" + string.Join('&', answer.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    /// <summary>Tokens for a code, or why not.</summary>
    public (JsonObject? Given, EmulatedRefusal? Refused) Redeem(string state, string authorization, IFormCollection form)
    {
        var client = ClientOf(state)!;
        if (TokenRequest.Refused(authorization, form, client) is { } refused) return (null, refused);
        var code = codes.GetValueOrDefault(form["code"].ToString());
        if (TokenRequest.Refused(form, code, client, time.GetUtcNow()) is { } wrong) return (null, wrong);
        var given = new JsonObject
        {
            ["access_token"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), ["token_type"] = "Bearer", ["expires_in"] = 300,
            ["id_token"] = EmulatedToken.Of(code!, Issuer(state), KeyOf(state), Fault, time.GetUtcNow()),
        };
        if (Fault == EmulatorFault.NoIdToken) given.Remove("id_token");
        return (given, null);
    }

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }
}
