using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using EkDwar.People.SignOn.Emulator;

namespace EkDwar.Tests.People.SignOn;

/// <summary>The emulator first: it answers what the specifications allow, and refuses what a strict provider would refuse.</summary>
[Collection("sign-on")]
public sealed class The_emulated_provider(SignOnHouse shared) : IAsyncLifetime
{
    // RFC 7636, appendix B: a verifier and its challenge.
    const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    const string Back = "http://localhost/desk/sign-on/mh/back", Issuer = "http://localhost/dev/sign-on/mh";

    public async ValueTask InitializeAsync() => await shared.BeginAnew();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static Dictionary<string, string> Right() => new()
    {
        ["response_type"] = "code", ["client_id"] = "ekdwar", ["redirect_uri"] = Back, ["scope"] = "openid profile", ["state"] = "s1", ["nonce"] = "n1",
        ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
    };

    static string Address(Dictionary<string, string> asked) => Issuer + "/authorize?" + string.Join('&', asked.Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value)}"));

    async Task<Page> Asked(Dictionary<string, string> asked, string more = "")
    {
        using var answer = await shared.House.Client().GetAsync(Address(asked) + more, TestContext.Current.CancellationToken);
        return new(shared.House.Browser(), answer, answer.Headers.Location ?? new Uri(Back), [], [], (IHtmlDocument)await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task says_of_itself_what_Discovery_demands()
    {
        var said = JsonNode.Parse(await shared.House.Client().GetStringAsync(Issuer + "/.well-known/openid-configuration", TestContext.Current.CancellationToken))!.AsObject();
        Assert.All((string[])["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported"], field => Assert.True(said.ContainsKey(field), field));
        Assert.Equal(Issuer, (string)said["issuer"]!);
        // Discovery 3: RS256 must be among them.
        Assert.Contains("RS256", said["id_token_signing_alg_values_supported"]!.AsArray().Select(one => (string)one!));
        var keys = JsonNode.Parse(await shared.House.Client().GetStringAsync((string)said["jwks_uri"]!, TestContext.Current.CancellationToken))!["keys"]!.AsArray();
        Assert.All(keys, key => Assert.False(key!.AsObject().ContainsKey("d")));
    }

    [Theory]
    [InlineData("response_type", null, "invalid_request"), InlineData("response_type", "token", "unsupported_response_type"), InlineData("response_type", "code id_token", "unsupported_response_type")]
    [InlineData("scope", "profile", "invalid_scope"), InlineData("scope", null, "invalid_scope")]
    [InlineData("state", null, "invalid_request"), InlineData("nonce", null, "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request"), InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request"), InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("prompt", "none", "login_required"), InlineData("request_uri", "https://evil.example/", "request_uri_not_supported"), InlineData("response_mode", "fragment", "invalid_request")]
    public async Task refuses_a_malformed_request_and_says_so_to_who_asked(string name, string? value, string error)
    {
        var asked = Right();
        if (value is null) asked.Remove(name);
        else asked[name] = value;
        var answer = await Asked(asked);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.StartsWith($"{Back}?error={error}&", answer.Address.OriginalString);
        Assert.Contains("iss=" + Uri.EscapeDataString(Issuer), answer.Address.OriginalString);
        Assert.Equal(name != "state", answer.Address.OriginalString.Contains("&state=s1&"));
    }

    [Theory]
    [InlineData("client_id", null), InlineData("client_id", "another"), InlineData("redirect_uri", null), InlineData("redirect_uri", Back + "/"), InlineData("redirect_uri", Back + "?x=1")]
    [InlineData("redirect_uri", "https://evil.example/"), InlineData("redirect_uri", "http://LOCALHOST/desk/sign-on/mh/back")]
    public async Task sends_nobody_back_where_it_is_not_known_who_asks_or_where_to(string name, string? value)
    {
        var asked = Right();
        if (value is null) asked.Remove(name);
        else asked[name] = value;
        var answer = await Asked(asked);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(answer.Response.Headers.Location);
    }

    [Fact]
    public async Task refuses_what_stands_twice() => Assert.StartsWith($"{Back}?error=invalid_request&", (await Asked(Right(), "&nonce=n2")).Address.OriginalString);

    async Task<string> Code()
    {
        var browser = shared.House.Browser();
        using var request = (await browser.Open(Address(Right()))).Form().With("login", "clerk.haveli").Request("way=both");
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var back = answer.Headers.Location!.ToString();
        Assert.StartsWith(Back + "?code=", back);
        Assert.Contains("&state=s1&iss=", back);
        return System.Web.HttpUtility.ParseQueryString(answer.Headers.Location.Query)["code"]!;
    }

    static Dictionary<string, string> Form(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Back, ["code_verifier"] = Verifier };

    async Task<(HttpStatusCode Status, JsonObject Said)> Redeem(Dictionary<string, string> form, string? secret = null, string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Issuer + "/token");
        // RFC 6749, 2.3.1.
        if (secret != "none") request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("ekdwar:" + WebUtility.UrlEncode(secret ?? OpenIdEmulator.Secret))));
        request.Content = new StringContent(await new FormUrlEncodedContent(form).ReadAsStringAsync(TestContext.Current.CancellationToken) + more, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await shared.House.Client().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }

    [Fact]
    public async Task gives_tokens_for_a_code_once()
    {
        var code = await Code();
        var (status, said) = await Redeem(Form(code));
        Assert.Equal((HttpStatusCode.OK, "Bearer"), (status, (string)said["token_type"]!));
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(((string)said["id_token"]!).Split('.')[1]))!;
        Assert.Equal((Issuer, "ekdwar", "n1", "clerk.haveli"), ((string)claims["iss"]!, (string)claims["aud"]!, (string)claims["nonce"]!, (string)claims["preferred_username"]!));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await Error(Form(code)));
    }

    async Task<(HttpStatusCode, string)> Error(Dictionary<string, string> form, string? secret = null, string more = "")
    {
        var (status, said) = await Redeem(form, secret, more);
        return (status, (string)said["error"]!);
    }

    [Fact]
    public async Task gives_none_for_anything_less()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await Error(Form("made up")));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await Error(new(Form(await Code())) { ["redirect_uri"] = Back + "/" }));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await Error(new(Form(await Code())) { ["code_verifier"] = Verifier[..^1] + "A" }));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Error(new(Form(await Code())) { ["code_verifier"] = "short" }));
        var without = Form(await Code());
        without.Remove("code_verifier");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Error(without));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await Error(Form(await Code()), "wrong"));
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), await Error(Form(await Code()), "none"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Error(new(Form(await Code())) { ["client_id"] = "ekdwar", ["client_secret"] = OpenIdEmulator.Secret }));
        Assert.Equal((HttpStatusCode.BadRequest, "unsupported_grant_type"), await Error(new(Form(await Code())) { ["grant_type"] = "password" }));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), await Error(Form(await Code()), more: "&code=another"));
        var late = await Code();
        shared.House.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), await Error(Form(late)));
    }

    [Fact]
    public async Task sends_nobody_to_an_unknown_place_after_signing_out()
    {
        var browser = shared.House.Browser();
        Assert.True((await browser.Open($"{Issuer}/leave?client_id=ekdwar&post_logout_redirect_uri={Uri.EscapeDataString("http://localhost/desk")}")).Has("main a[href='http://localhost/desk']"));
        Assert.False((await browser.Open($"{Issuer}/leave?client_id=ekdwar&post_logout_redirect_uri={Uri.EscapeDataString("https://evil.example/")}")).Has("main a[href^='https']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/dev/sign-on/hr/authorize")).Status);
    }
}
