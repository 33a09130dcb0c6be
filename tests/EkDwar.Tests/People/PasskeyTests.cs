using System.Net;
using System.Text.Json;
using EkDwar.People;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

public sealed class A_passkey : IAsyncLifetime
{
    const string SignIn = "/desk/en/sign-in", Account = "/desk/en/account", Clerk = "clerk.haveli";
    const string Wrong = "That passkey was not accepted. Sign in with password and code.";
    const string Stale = "This page had been open too long. Try again.", Used = "This was sent once already. Try again.";

    readonly TestAuthenticator device = new();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task signs_in_instead_of_password_and_code_and_shows_its_last_use()
    {
        await Add(device, "Office computer");
        house.Clock.AdvanceDays(1);
        var browser = house.Browser();
        var inbox = await Answer(await browser.Open(SignIn), device);
        Assert.Equal("/desk/en/inbox", inbox.Path);
        Assert.Contains("Sunita Kamble", inbox.TextOf(".ek-desk"));
        var account = await browser.Open(Account);
        Assert.Contains("Office computer", account.Text);
        Assert.Contains("Last used 3 March 2026", account.Text);
    }

    [Fact]
    public async Task asks_for_a_discoverable_key_and_a_verified_user_of_the_configured_domain_whatever_host_is_named()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SignIn) { Headers = { Host = "evil.example" } };
        var asked = Options(await house.Browser().Send(request), "#passkey");
        Assert.Equal(("localhost", "required"), (asked.GetProperty("rpId").GetString(), asked.GetProperty("userVerification").GetString()));
        Assert.Equal(0, asked.GetProperty("allowCredentials").GetArrayLength());
        var made = Options(await (await house.AtDesk("clerk")).Open(Account), "#add-passkey");
        Assert.Equal("localhost", made.GetProperty("rp").GetProperty("id").GetString());
        var wanted = made.GetProperty("authenticatorSelection");
        Assert.Equal(("required", "required"), (wanted.GetProperty("residentKey").GetString(), wanted.GetProperty("userVerification").GetString()));
    }

    [Fact]
    public async Task is_offered_by_script_alone()
    {
        var page = await house.Browser().Open(SignIn);
        Assert.True(page["#passkey"].HasAttribute("hidden"));
        Assert.Equal(["login", "password", "code"], page.Document.QuerySelectorAll("main form:not([hidden]) input:not([type=hidden])").Select(input => input.GetAttribute("name")));
        Assert.Contains("script-src 'self';", page.Response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task answers_a_challenge_once()
    {
        await Add(device);
        var first = await house.Browser().Open(SignIn);
        var (answer, challenge) = (device.Get(first["#passkey"].GetAttribute("data-options")!), first.Form("#passkey").Value("challenge"));
        Assert.Equal("/desk/en/inbox", (await Send(first, answer)).Path);
        var thief = house.Browser();
        var second = await (await thief.Open(SignIn)).Form("#passkey").With("challenge", challenge).With("credential", answer).Press();
        Assert.Equal([Used], second.Problems);
        await NobodyIsIn(thief);
        // A wrong answer uses a challenge up as a right one does.
        var third = await thief.Open(SignIn);
        Assert.Equal([Wrong], (await Send(third, "{}")).Problems);
        Assert.Equal([Used], (await Send(third, device.Get(third["#passkey"].GetAttribute("data-options")!))).Problems);
        await NobodyIsIn(thief);
    }

    [Fact]
    public async Task answers_within_ten_minutes()
    {
        await Add(device);
        var browser = house.Browser();
        var page = await browser.Open(SignIn);
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        var late = await Answer(page, device);
        Assert.Equal([Stale], late.Problems);
        await NobodyIsIn(browser);
        Assert.Equal("/desk/en/inbox", (await Answer(late, device)).Path);
    }

    [Theory, InlineData(""), InlineData("abc"), InlineData("another's")]
    public async Task answers_only_a_challenge_of_this_page(string challenge)
    {
        await Add(device);
        var browser = house.Browser();
        var page = await browser.Open(SignIn);
        if (challenge == "another's") challenge = (await (await house.AtDesk("clerk")).Open(Account)).Form("#add-passkey").Value("challenge");
        var refused = await page.Form("#passkey").With("challenge", challenge).With("credential", device.Get(page["#passkey"].GetAttribute("data-options")!)).Press();
        Assert.Equal([Stale], refused.Problems);
        await NobodyIsIn(browser);
    }

    [Theory]
    [InlineData("origin"), InlineData("port"), InlineData("frame"), InlineData("domain"), InlineData("unverified"), InlineData("count"), InlineData("key"), InlineData("user"), InlineData("unknown")]
    public async Task is_refused_in_one_way_when_anything_about_it_is_wrong(string what)
    {
        await Add(device);
        await Answer(await house.Browser().Open(SignIn), device);
        var other = (await house.Desk("tahsildar")).OfficialId;
        var asked = what == "key" ? new TestAuthenticator { CredentialId = device.CredentialId, UserHandle = device.UserHandle, Count = 5 } : device;
        switch (what)
        {
            case "origin": device.Origin = "https://localhost"; break;
            case "port": device.Origin = "http://localhost:8081"; break;
            case "frame": device.CrossOrigin = true; break;
            case "domain": device.Domain = "evil.example"; break;
            case "unverified": device.VerifiesUser = false; break;
            case "count": device.Count--; break;
            case "user": device.UserHandle = System.Text.Encoding.UTF8.GetBytes(other.ToString()); break;
            case "unknown": device.CredentialId = [1, 2, 3]; break;
        }
        var browser = house.Browser();
        var page = await Answer(await browser.Open(SignIn), asked);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SignIn), (page.Status, page.Path));
        Assert.Equal([Wrong], page.Problems);
        await NobodyIsIn(browser);
    }

    [Theory, InlineData(""), InlineData("not json"), InlineData("[]"), InlineData("{\"id\":7}"), InlineData("{\"id\":\"AAAA\"}")]
    public async Task that_is_none_is_refused(string credential)
    {
        var browser = house.Browser();
        Assert.Equal([Wrong], (await Send(await browser.Open(SignIn), credential)).Problems);
        await NobodyIsIn(browser);
    }

    [Fact]
    public async Task locks_with_the_password_after_ten_wrong_answers()
    {
        await Add(device);
        var page = await house.Browser().Open(SignIn);
        device.VerifiesUser = false;
        for (var n = 0; n < 10; n++) page = await Answer(page, device);
        device.VerifiesUser = true;
        string[] locked = ["Too many wrong tries. Wait fifteen minutes."];
        Assert.Equal(locked, (await Answer(page, device)).Problems);
        Assert.Equal(locked, (await house.SignsIn(house.Browser(), Clerk)).Problems);
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/desk/en/inbox", (await Answer(await house.Browser().Open(SignIn), device)).Path);
        Assert.Equal(0, (await house.Db(db => db.Set<Official>().SingleAsync(official => official.Login == Clerk))).FailedTries);
    }

    [Fact]
    public async Task that_was_removed_opens_nothing()
    {
        var page = await Add(device);
        var removed = await page.Form("form[action*=Remove]").Press();
        Assert.Contains("The passkey was removed.", removed.TextOf(".govuk-notification-banner"));
        Assert.Contains("You have no passkey yet.", removed.Text);
        var browser = house.Browser();
        Assert.Equal([Wrong], (await Answer(await browser.Open(SignIn), device)).Problems);
        await NobodyIsIn(browser);
    }

    [Fact]
    public async Task is_removed_by_nobody_else()
    {
        var id = (await Add(device)).Form("form[action*=Remove]").Value("passkey");
        var other = await house.AtDesk("tahsildar");
        var page = await other.Open(Account);
        var fields = new Dictionary<string, string> { ["passkey"] = id, ["__RequestVerificationToken"] = page.Form("#add-passkey").Value("__RequestVerificationToken") };
        var answer = await other.Send(new(HttpMethod.Post, Account + "?handler=Remove") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("/desk/en/inbox", (await Answer(await house.Browser().Open(SignIn), device)).Path);
    }

    async Task<Page> Add(TestAuthenticator what, string name = "My phone")
    {
        var page = await (await house.AtDesk("clerk")).Open(Account);
        var added = await page.Form("#add-passkey").With("name", name).With("credential", what.Create(page["#add-passkey"].GetAttribute("data-options")!)).Press();
        Assert.Contains("The passkey was added.", added.TextOf(".govuk-notification-banner"));
        return added;
    }

    static Task<Page> Answer(Page page, TestAuthenticator what) => Send(page, what.Get(page["#passkey"].GetAttribute("data-options")!));

    static Task<Page> Send(Page page, string credential) => page.Form("#passkey").With("credential", credential).Press();

    static JsonElement Options(Page page, string form) => JsonDocument.Parse(page[form].GetAttribute("data-options")!).RootElement;

    static async Task NobodyIsIn(Browser browser) => Assert.Equal(SignIn, (await browser.Open("/desk/en/inbox")).Path);

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
