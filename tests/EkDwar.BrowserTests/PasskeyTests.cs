using EkDwar.Cases;

namespace EkDwar.BrowserTests;

/// <summary>An official with a passkey in real Chromium, whose authenticator is a virtual one that has recognised her.</summary>
public sealed class A_passkey_in_a_browser(StockedHouse stock) : IAsyncLifetime
{
    TestHouse house = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenOnLoopback();
        visitor = await Visitor.Enter(stock.Chromium, house, "mr", hasScript: true);
    }

    [Fact]
    public async Task is_added_signs_in_is_removed_and_opens_nothing_then()
    {
        await Plug();
        await new DeskWalk(visitor, CaseReference.New("MH")).SignIn("clerk.haveli");
        await visitor.Page.Locator(".ek-desk a").ClickAsync();
        await visitor.Sees(visitor.T("people.passkey.none"));
        await visitor.Type("name", "कार्यालयातील संगणक");
        await visitor.Press("people.passkey.add");
        await Sees("people.passkey.done_added");
        await visitor.Sees("कार्यालयातील संगणक");
        await SignOut();
        await visitor.Press("people.passkey.sign_in");
        await visitor.IsLedTo("/desk/mr/inbox$");
        await visitor.Go("/desk/mr/account");
        await visitor.SeesNot(visitor.T("people.passkey.never_used"));
        await visitor.Sees(visitor.T("people.passkey.needs_password"));
        // A second time: the authenticator counts, and the house follows.
        await SignOut();
        await visitor.Press("people.passkey.sign_in");
        await visitor.IsLedTo("/desk/mr/inbox$");
        await visitor.Go("/desk/mr/account");
        await visitor.Page.Locator("form[action*=Remove] button").ClickAsync();
        // The session began with it, and is over with it.
        await visitor.IsLedTo(@"/desk/mr/sign-in\?");
        await visitor.Press("people.passkey.sign_in");
        await Sees("people.passkey_wrong");
        Assert.Equal("/desk/mr/sign-in", visitor.Path);
        Assert.Empty(visitor.Complaints());
    }

    [Fact]
    public async Task that_is_not_on_the_device_is_said_so_in_words()
    {
        await Plug();
        await visitor.Go("/desk/mr/sign-in");
        await visitor.Press("people.passkey.sign_in");
        await Sees("people.passkey.not_given");
    }

    [Fact]
    public async Task is_not_offered_without_script()
    {
        await using var plain = await Visitor.Enter(stock.Chromium, house, "mr");
        await plain.Go("/desk/mr/sign-in");
        await plain.SeesNot(plain.T("people.passkey.sign_in"));
        await new DeskWalk(plain, CaseReference.New("MH")).SignIn("clerk.haveli");
        await plain.Go("/desk/mr/account");
        await plain.Sees(plain.T("people.passkey.no_script"));
    }

    /// <summary>A platform authenticator that holds discoverable keys and has recognised its owner. https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/</summary>
    async Task Plug()
    {
        var devtools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devtools.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    async Task SignOut()
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.T("design.sign-out"), Exact = true }).ClickAsync();
        await visitor.IsLedTo("/desk/mr/sign-in$");
    }

    Task Sees(string key) => visitor.Page.Locator("main").GetByText(visitor.T(key)).First.WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await house.DisposeAsync();
    }
}
