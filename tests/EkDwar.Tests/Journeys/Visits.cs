using System.Net;
using EkDwar.Foundation.Languages;
using EkDwar.People;

namespace EkDwar.Tests.Journeys;

/// <summary>How people come in through the pages, and what a clear no looks like.</summary>
static class Visits
{
    /// <summary>Signs in on the pages as this mobile, for the person of this name; ends at the address given.</summary>
    public static async Task<Page> SignIn(this Browser browser, TestHouse house, string mobile, string name, string goingTo)
    {
        // A number is sent a code at most every thirty seconds.
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var page = await browser.Open($"/mh/mr/sign-in?returnUrl={Uri.EscapeDataString(goingTo)}");
        page = await page.Form().With("mobile", mobile).Press();
        page = await page.Form().With("code", await house.CodeFor(mobile)).Press();
        var person = page.Document.QuerySelectorAll(".govuk-radios__item").FirstOrDefault(item => item.TextContent.Contains(name, StringComparison.Ordinal));
        if (person is null) return await page.Form("form[action*=add]").With("name", name).Press();
        return await page.Form().With("person", person.QuerySelector("input")!.GetAttribute("value")!).Press();
    }

    /// <summary>A browser of this citizen, signed in.</summary>
    public static async Task<Browser> BrowserOf(this TestHouse house, TestCitizen citizen)
    {
        var browser = house.Browser();
        var page = await browser.SignIn(house, citizen.Mobile, citizen.Name, "/mh/mr/my");
        Assert.Equal("/mh/mr/my", page.Path);
        return browser;
    }

    /// <summary>The cookies of a browser in which she is signed in, sealed with the house's own keys; no page was opened for them.</summary>
    public static CookieContainer SessionOf(this TestHouse house, TestCitizen citizen)
    {
        var session = SealedSession.Of(house, citizen.Session.ToPrincipal(), CitizenSession.Scheme).Begun(house);
        var cookies = new CookieContainer();
        cookies.Add(new Uri("http://localhost"), new Cookie(session.Name, session.Value, "/"));
        return cookies;
    }

    /// <summary>An answer in the reader's language with this status and these words of the house, and nothing a stranger could use.</summary>
    public static void IsRefused(this Page page, HttpStatusCode status, string key, string language = "mr")
    {
        Assert.Equal((int)status, (int)page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(LanguageCode.TryParse(language, out var code));
        var words = Texts.Get(code, key).Split('{')[0];
        Assert.Contains(words.Trim(), page.Text, StringComparison.Ordinal);
        foreach (var leak in (string[])["Exception", "   at ", "EkDwar.", "/tmp/", "Npgsql", "SQLite"]) Assert.DoesNotContain(leak, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
