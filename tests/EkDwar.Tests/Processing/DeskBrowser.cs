using EkDwar.Onboarding;

namespace EkDwar.Tests.Processing;

/// <summary>Signing in at the desk as an official does it: login, password, the code her authenticator shows.</summary>
static class DeskBrowser
{
    /// <summary>A browser signed in at the Haveli desk: clerk, circle or tahsildar.</summary>
    public static async Task<Browser> AtDesk(this TestHouse house, string who, string language = "en")
    {
        var browser = house.Browser();
        var inbox = await house.SignsIn(browser, who + ".haveli", language);
        Assert.Equal($"/desk/{language}/inbox", inbox.Path);
        return browser;
    }

    /// <summary>A browser signed in to one post of somebody who may hold several.</summary>
    public static async Task<Browser> AtPost(this TestHouse house, string login, Guid post)
    {
        var browser = house.Browser();
        var page = await house.SignsIn(browser, login);
        if (page.Path.EndsWith("/sign-in", StringComparison.Ordinal)) page = await page.Form("form:has([name=post])").With("post", $"{post}").Press();
        Assert.Equal("/desk/en/inbox", page.Path);
        return browser;
    }

    public static async Task<Page> SignsIn(this TestHouse house, Browser browser, string login, string language = "en")
    {
        // A code works once, so every sign-in waits for the next one.
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        return await house.SignsIn(browser, login, SeedDemo.DemoPassword, await house.AuthenticatorCode(login), language);
    }

    public static async Task<Page> SignsIn(this TestHouse house, Browser browser, string login, string password, string code, string language = "en")
    {
        var page = await browser.Open($"/desk/{language}/sign-in");
        return await page.Form().With("login", login).With("password", password).With("code", code).Press();
    }

    public static Task<Page> Case(this Browser browser, TestCase c, string more = "", string language = "en") =>
        browser.Open($"/desk/{language}/cases/{c.Reference}{more}");
}
