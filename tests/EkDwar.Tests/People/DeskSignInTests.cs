using EkDwar.Onboarding;
using EkDwar.Places;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

public sealed class Signing_in_to_a_desk
{
    const string Clerk = "clerk.haveli";
    const string Wrong = "Login, password or code is wrong. Check all three.";

    [Fact]
    public async Task needs_login_password_and_code_and_leads_to_the_inbox()
    {
        await using var house = await TestHouse.Open();
        var page = await house.SignsIn(house.Browser(), Clerk);
        Assert.Equal("/desk/en/inbox", page.Path);
        Assert.Contains("Clerk, Haveli", page.TextOf(".ek-desk"));
        Assert.Contains("Sunita Kamble", page.TextOf(".ek-desk"));
    }

    [Fact]
    public async Task says_the_same_whichever_part_is_wrong_and_gives_neither_password_nor_code_back()
    {
        await using var house = await TestHouse.Open();
        var code = await house.AuthenticatorCode(Clerk);
        foreach (var (login, password, typed) in new[] { ("nobody", SeedDemo.DemoPassword, code), (Clerk, "wrong", code), (Clerk, SeedDemo.DemoPassword, "000000") })
        {
            var page = await house.SignsIn(house.Browser(), login, password, typed);
            Assert.Equal([Wrong], page.Problems);
            Assert.Equal("", page.Form().Value("password"));
            Assert.Equal("", page.Form().Value("code"));
            Assert.Equal(login, page.Form().Value("login"));
        }
    }

    [Fact]
    public async Task takes_a_code_once()
    {
        await using var house = await TestHouse.Open();
        var code = await house.AuthenticatorCode(Clerk);
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(house.Browser(), Clerk, SeedDemo.DemoPassword, code)).Path);
        Assert.Equal([Wrong], (await house.SignsIn(house.Browser(), Clerk, SeedDemo.DemoPassword, code)).Problems);
    }

    [Fact]
    public async Task is_locked_for_fifteen_minutes_after_ten_wrong_tries()
    {
        await using var house = await TestHouse.Open();
        var browser = house.Browser();
        for (var n = 0; n < 10; n++) await house.SignsIn(browser, Clerk, "wrong", "000000");
        Assert.Equal(["Too many wrong tries. Wait fifteen minutes."], (await house.SignsIn(browser, Clerk)).Problems);
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(browser, Clerk)).Path);
    }

    [Fact]
    public async Task goes_on_to_where_one_wanted_to_go_but_never_out_of_the_desk()
    {
        await using var house = await TestHouse.Open();
        var asked = await house.Browser().Open("/desk/mr/inbox?paused=true");
        Assert.Equal("/desk/mr/sign-in", asked.Path);
        var code = await house.AuthenticatorCode(Clerk);
        var page = await asked.Form().With("login", Clerk).With("password", SeedDemo.DemoPassword).With("code", code).Press();
        Assert.Equal("/desk/mr/inbox?paused=true", page.Address.PathAndQuery);
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        foreach (var outside in new[] { "https://example.org/", "//example.org/desk/", "/mh/en" })
        {
            var form = (await house.Browser().Open("/desk/en/sign-in?returnUrl=" + Uri.EscapeDataString(outside))).Form();
            house.Clock.Advance(TimeSpan.FromSeconds(30));
            code = await house.AuthenticatorCode(Clerk);
            Assert.Equal("/desk/en/inbox", (await form.With("login", Clerk).With("password", SeedDemo.DemoPassword).With("code", code).Press()).Path);
        }
    }

    [Fact]
    public async Task asks_an_official_with_two_posts_which_one()
    {
        await using var house = await TestHouse.Open();
        var circle = await house.Desk("circle_officer");
        await Hold(house, (await house.Desk("clerk")).OfficialId, circle.PostId, until: null);
        var browser = house.Browser();
        var choice = await house.SignsIn(browser, Clerk);
        Assert.Equal("Choose your post", choice.Heading);
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/inbox")).Path);
        Assert.Equal(["Choose the post you work from."], (await choice.Form().Press()).Problems);
        var inbox = await choice.Form().With("post", circle.PostId.ToString()).Press();
        Assert.Contains("Circle Officer, Haveli", inbox.TextOf(".ek-desk"));
    }

    [Fact]
    public async Task makes_no_session_for_somebody_who_holds_no_post_today()
    {
        await using var house = await TestHouse.Open();
        await EndAllPosts(house, (await house.Desk("clerk")).OfficialId);
        house.Clock.AdvanceDays(1);
        var browser = house.Browser();
        Assert.Equal(["You hold no post today. Ask the administrator of your office."], (await house.SignsIn(browser, Clerk)).Problems);
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/inbox")).Path);
    }

    [Fact]
    public async Task ends_within_a_minute_of_the_post()
    {
        await using var house = await TestHouse.Open();
        var browser = await house.AtDesk("clerk");
        Assert.Equal("/desk/en/inbox", (await browser.Open("/desk/en/inbox")).Path);
        await house.Db(db => db.Set<PostHolding>().ExecuteDeleteAsync());
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/inbox")).Path);
    }

    [Fact]
    public async Task ends_with_sign_out()
    {
        await using var house = await TestHouse.Open();
        var browser = await house.AtDesk("clerk");
        Assert.Equal("/desk/en/sign-in", (await (await browser.Open("/desk/en/inbox")).Form("header form").Press()).Path);
        // The short address has no language, and this browser chose none: the state's own.
        Assert.Equal("/desk/mr/sign-in", (await browser.Open("/desk")).Path);
    }

    static Task Hold(TestHouse house, Guid official, Guid post, DateOnly? until) => house.Db(async db =>
    {
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), OfficialId = official, PostId = post, FromOn = new(2026, 1, 1), UntilOn = until });
        await db.Save();
    });

    static Task EndAllPosts(TestHouse house, Guid official) => house.Db(async db =>
    {
        var post = await db.Set<PostHolding>().Where(holding => holding.OfficialId == official).Select(holding => holding.PostId).SingleAsync();
        await db.Set<PostHolding>().Where(holding => holding.OfficialId == official).ExecuteDeleteAsync();
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), OfficialId = official, PostId = post, FromOn = new(2026, 1, 1), UntilOn = new(2026, 3, 2) });
        await db.Save();
    });
}
