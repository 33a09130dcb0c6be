using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EkDwar.Foundation.Time;
using Microsoft.IdentityModel.Tokens;

namespace EkDwar.People.SignOn;

/// <summary>
/// Asks a state's provider: what it says of itself, its keys, and an identity token for a code. Bounded in time and size; no
/// redirect is followed. What it remembers may be lost at any time. It believes nothing: that is <see cref="IdTokenJudge"/>.
/// </summary>
public sealed class SignOnProvider(IHttpClientFactory clients, TimeProvider time)
{
    public const string Client = "state's sign-on";
    public const int LargestAnswer = 256 * 1024;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    static readonly TimeSpan GoodFor = TimeSpan.FromHours(1), Apart = TimeSpan.FromMinutes(1), LeftAlone = TimeSpan.FromSeconds(15);
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    readonly ConcurrentDictionary<string, Known<ProviderFacts>> facts = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Known<IReadOnlyList<JsonWebKey>>> keys = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, DateTime> silent = new(StringComparer.Ordinal);

    sealed record Known<T>(T What, DateTime At);

    public async Task<ProviderFacts> Facts(SignOnPlace place)
    {
        var now = time.UtcNow();
        if (facts.TryGetValue(place.Issuer, out var known) && now < known.At + GoodFor) return known.What;
        // Whoever presses the button again and again does not make the house ask again and again.
        if (silent.TryGetValue(place.Issuer, out var since) && now < since + LeftAlone) throw new SignOnSilent("the provider was silent a moment ago");
        try
        {
            var said = await Read(new(HttpMethod.Get, place.Issuer.TrimEnd('/') + "/.well-known/openid-configuration"));
            var read = ProviderFacts.Read(said, place);
            facts[place.Issuer] = new(read, now);
            return read;
        }
        catch (SignOnSilent)
        {
            silent[place.Issuer] = now;
            throw;
        }
    }

    /// <summary>
    /// The keys of this name, or all that could be meant where none is named. A name that is not known makes the house read the
    /// keys anew, at most once a minute: keys roll, and anybody can make up a name.
    /// </summary>
    public async Task<IReadOnlyList<JsonWebKey>> Keys(SignOnPlace place, string? kid)
    {
        var now = time.UtcNow();
        if (!keys.TryGetValue(place.Issuer, out var known) || now >= known.At + GoodFor) known = await ReadKeys(place, now);
        var named = Named(known.What, kid);
        if (named.Count == 0 && now >= known.At + Apart) named = Named((await ReadKeys(place, now)).What, kid);
        return named;
    }

    static IReadOnlyList<JsonWebKey> Named(IReadOnlyList<JsonWebKey> all, string? kid) => [.. all.Where(key => kid is null ? all.Count == 1 : key.Kid == kid)];

    async Task<Known<IReadOnlyList<JsonWebKey>>> ReadKeys(SignOnPlace place, DateTime now)
    {
        var said = await Read(new(HttpMethod.Get, (await Facts(place)).Keys));
        return keys[place.Issuer] = new(SigningKeysOf(said), now);
    }

    /// <summary>Public keys that may sign, strong enough: RSA of 2,048 bits and more, and P-256. Anything else in the set is passed over.</summary>
    static IReadOnlyList<JsonWebKey> SigningKeysOf(JsonElement said)
    {
        const int MostKeys = 50, LeastBits = 2048;
        try
        {
            return [.. new JsonWebKeySet(said.GetRawText()).Keys.Take(MostKeys).Where(key => key.Use is null or "" or "sig" && key.D is null
                && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"))
                && (key.Kty == "RSA" && key.KeySize >= LeastBits || key.Kty == "EC" && key.Crv == "P-256"))];
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException)
        {
            throw new SignOnSilent("the provider's keys cannot be read", e);
        }
    }

    /// <summary>The identity token for a code; null where the provider refuses the code. Every other token it gives is dropped.</summary>
    public async Task<string?> Redeem(SignOnPlace place, string code, string verifier)
    {
        var known = await Facts(place);
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = place.ReturnUrl, ["code_verifier"] = verifier };
        using var request = new HttpRequestMessage(HttpMethod.Post, known.Token);
        if (known.TakesSecretInForm) (form["client_id"], form["client_secret"]) = (place.Said.ClientId, place.Secret);
        // RFC 6749, 2.3.1: both are written as in a form before they go into the header.
        else request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(place.Said.ClientId)}:{WebUtility.UrlEncode(place.Secret)}")));
        request.Content = new FormUrlEncodedContent(form);
        var (status, said) = await Ask(request);
        if (status is HttpStatusCode.BadRequest && ProviderFacts.Text(said, "error") is "invalid_grant") return null;
        if (status != HttpStatusCode.OK) throw new SignOnSilent(string.Create(CultureInfo.InvariantCulture, $"the provider gives no tokens: {(int)status}"));
        return "Bearer".Equals(ProviderFacts.Text(said, "token_type"), StringComparison.OrdinalIgnoreCase) && ProviderFacts.Text(said, "id_token") is { } token
            ? token : throw new SignOnSilent("the provider gives no identity token");
    }

    async Task<JsonElement> Read(HttpRequestMessage request)
    {
        var (status, said) = await Ask(request);
        return status == HttpStatusCode.OK && said.ValueKind == JsonValueKind.Object ? said : throw new SignOnSilent(string.Create(CultureInfo.InvariantCulture, $"the provider answers {(int)status}"));
    }

    async Task<(HttpStatusCode Status, JsonElement Said)> Ask(HttpRequestMessage request)
    {
        using var http = clients.CreateClient(Client);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var answer = await http.SendAsync(request);
            using var said = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(), Strict);
            return (answer.StatusCode, said.RootElement.Clone());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or IOException)
        {
            throw new SignOnSilent("the provider is silent", e);
        }
        finally
        {
            request.Dispose();
        }
    }
}
