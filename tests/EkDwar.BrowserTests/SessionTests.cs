using EkDwar.Cases;

namespace EkDwar.BrowserTests;

/// <summary>The end of a session as somebody with a real browser meets it. The browser's clock and the house's are moved together.</summary>
public sealed class The_end_of_a_session(StockedHouse stock) : IAsyncLifetime
{
    TestHouse house = null!;
    Visitor visitor = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenOnLoopback();
        visitor = await Visitor.Enter(stock.Chromium, house, "mr", hasScript: true);
        await visitor.Page.Clock.InstallAsync();
        await new DeskWalk(visitor, CaseReference.New("MH")).SignIn("clerk.haveli");
        // Its script must have seen the clock before that is moved.
        await Visitor.HasCome(visitor.Page);
    }

    [Fact]
    public async Task is_warned_of_and_put_off_with_one_request()
    {
        var warning = visitor.Page.Locator(".ek-session [role=alert]");
        await Pass(24);
        Assert.Equal("", await warning.InnerTextAsync());
        await Pass(2);
        await Says("design.session_soon");
        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await Says("design.session_more", ("minutes", "30"));
        await Pass(24);
        await visitor.Page.ReloadAsync();
        Assert.Equal("/desk/mr/inbox", visitor.Path);
        Assert.Empty(visitor.Complaints());
    }

    [Fact]
    public async Task is_told_when_it_has_come()
    {
        await Pass(26);
        await Says("design.session_soon");
        await Pass(5);
        await Says("design.session_over");
        await visitor.Page.ReloadAsync();
        Assert.Equal("/desk/mr/sign-in", visitor.Path);
    }

    async Task Pass(int minutes)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await visitor.Page.Clock.RunForAsync(minutes * 60 * 1000);
    }

    async Task Says(string key, params (string Name, string Value)[] values) =>
        await visitor.Page.Locator(".ek-session [role=alert]").GetByText(visitor.T(key, values)).WaitForAsync();

    public async ValueTask DisposeAsync()
    {
        await visitor.DisposeAsync();
        await house.DisposeAsync();
    }
}
