using System.Net;
using EkDwar.People.Desk;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

public sealed class Adding_a_passkey : IAsyncLifetime
{
    const string Account = "/desk/en/account", NotAdded = "The passkey was not added. Try again, or use another device.";

    readonly TestAuthenticator device = new();
    TestHouse house = null!;
    Browser clerk = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        clerk = await house.AtDesk("clerk");
    }

    [Fact]
    public async Task gives_it_a_name_and_a_device_adds_only_one()
    {
        var page = await clerk.Open(Account);
        Assert.Equal("Passkey of 2 March 2026", page.Form("#add-passkey").Value("name"));
        var added = await Add(page, device, "कार्यालयातील संगणक");
        Assert.Contains("कार्यालयातील संगणक", added.Text);
        Assert.Contains("Not used yet", added.Text);
        // The device is told which it has; one that does not listen is refused.
        Assert.Contains(System.Buffers.Text.Base64Url.EncodeToString(device.CredentialId), added["#add-passkey"].GetAttribute("data-options"));
        Assert.Equal([NotAdded], (await Add(added, device, "Again")).Problems);
        Assert.Equal(1, await Stored());
    }

    [Theory, InlineData("origin"), InlineData("domain"), InlineData("unverified")]
    public async Task is_refused_when_anything_about_it_is_wrong(string what)
    {
        switch (what)
        {
            case "origin": device.Origin = "https://evil.example"; break;
            case "domain": device.Domain = "evil.example"; break;
            case "unverified": device.VerifiesUser = false; break;
        }
        Assert.Equal([NotAdded], (await Add(await clerk.Open(Account), device, "Mine")).Problems);
        Assert.Equal(0, await Stored());
    }

    [Theory, InlineData("replayed", "This was sent once already. Try again."), InlineData("late", "This page had been open too long. Try again."), InlineData("another's", "This page had been open too long. Try again.")]
    public async Task needs_a_challenge_of_her_own_that_is_fresh(string what, string problem)
    {
        var page = await clerk.Open(Account);
        var form = page.Form("#add-passkey").With("name", "Mine").With("credential", device.Create(page["#add-passkey"].GetAttribute("data-options")!));
        if (what == "replayed") await page.Form("#add-passkey").With("credential", "{}").Press();
        if (what == "late") house.Clock.Advance(TimeSpan.FromMinutes(10));
        if (what == "another's") form.With("challenge", (await (await house.AtDesk("tahsildar")).Open(Account)).Form("#add-passkey").Value("challenge"));
        var answer = await form.With("credential", device.Create(page["#add-passkey"].GetAttribute("data-options")!)).Press();
        Assert.Equal([problem], answer.Problems);
        Assert.Equal(0, await Stored());
    }

    [Theory, InlineData(""), InlineData("1234567890123456789012345678901234567890123456789012345678901"), InlineData("a\u0001b")]
    public async Task needs_a_fit_name(string name)
    {
        var answer = await Add(await clerk.Open(Account), device, name);
        Assert.Equal(["Give the passkey a name of at most 60 characters."], answer.Problems);
        Assert.Equal(0, await Stored());
    }

    [Fact]
    public async Task stops_at_ten()
    {
        var page = await clerk.Open(Account);
        for (var n = 1; n <= 10; n++) page = await Add(page, new(), $"Device {n}");
        Assert.Equal(["You have ten passkeys. Remove one first."], (await Add(page, new(), "Device 11")).Problems);
        Assert.Equal(10, await Stored());
    }

    [Fact]
    public async Task and_taking_it_away_ends_the_sessions_it_began_and_no_other()
    {
        var account = await Add(await clerk.Open(Account), device, "Mine");
        var signIn = await house.Browser().Open("/desk/en/sign-in");
        var browser = (await signIn.Form("#passkey").With("credential", device.Get(signIn["#passkey"].GetAttribute("data-options")!)).Press()).Browser;
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/inbox", (await browser.Open("/desk/en/inbox")).Path);
        await account.Form("form[action*=Remove]").Press();
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/inbox")).Path);
        Assert.Equal(Account, (await clerk.Open(Account)).Path);
    }

    [Fact]
    public async Task asks_for_a_session_begun_with_password_and_code()
    {
        await Add(await clerk.Open(Account), device, "Mine");
        var page = await house.Browser().Open("/desk/en/sign-in");
        var inbox = await page.Form("#passkey").With("credential", device.Get(page["#passkey"].GetAttribute("data-options")!)).Press();
        // A day's work later it is still the same session.
        for (var n = 0; n < 3; n++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(20));
            await inbox.Browser.Open("/desk/en/inbox");
        }
        var account = await inbox.Browser.Open(Account);
        Assert.Contains("To add a passkey, sign out and sign in with password and code.", account.Text);
        Assert.False(account.Has("#add-passkey"));
        var fields = new Dictionary<string, string> { ["name"] = "Mine", ["credential"] = "{}", ["__RequestVerificationToken"] = account.Form("form[action*=Remove]").Value("__RequestVerificationToken") };
        var forced = await inbox.Browser.Send(new(HttpMethod.Post, Account + "?handler=Add") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal(HttpStatusCode.Forbidden, forced.Status);
    }

    [Theory]
    [InlineData("https://seva.example.in", "https://seva.example.in", "seva.example.in", true)]
    [InlineData("https://seva.example.in:8443/", "https://seva.example.in:8443", "seva.example.in", true)]
    [InlineData("http://localhost:8080", "http://localhost:8080", "localhost", true)]
    [InlineData("http://seva.example.in", "http://seva.example.in", "seva.example.in", false)]
    [InlineData("https://10.0.0.7", "https://10.0.0.7", "10.0.0.7", false)]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1", false)]
    [InlineData("http://*:8080", "", "", false)]
    public void is_possible_where_browsers_know_passkeys(string publicUrl, string origin, string domain, bool isPossible) =>
        Assert.Equal(new PasskeySite(origin, domain, isPossible), PasskeySite.Of(publicUrl));

    static Task<Page> Add(Page page, TestAuthenticator what, string name) =>
        page.Form("#add-passkey").With("name", name).With("credential", what.Create(page["#add-passkey"].GetAttribute("data-options")!)).Press();

    Task<int> Stored() => house.Db(db => db.Set<Passkey>().CountAsync());

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
