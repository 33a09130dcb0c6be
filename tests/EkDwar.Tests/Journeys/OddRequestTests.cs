using System.Net;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Journeys;

/// <summary>Requests no page of ours makes.</summary>
public sealed class An_odd_request(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    [Theory]
    [InlineData("/mh/xx", "mr"), InlineData("/mh/xx/services/income-certificate", "mr"), InlineData("/zz/mr", "mr"), InlineData("/zz/en/track", "en")]
    [InlineData("/mh/hi/services/none", "hi"), InlineData("/mh/pa/no-such-page", "pa"), InlineData("/desk/en/no-such-page", "en")]
    [InlineData("/mh/mr/services/%FF%FE", "mr"), InlineData("/mh/en/services/..%2F..%2Fkeys", "en"), InlineData("/mh/mr/services/<script>", "mr")]
    public async Task for_what_is_not_there_is_answered_in_words(string path, string language)
    {
        var page = await house.Browser().Open(path);
        Assert.InRange((int)page.Status, 400, 499);
        page.IsRefused(page.Status, page.Status == HttpStatusCode.NotFound ? "foundation.problem.not_found" : "foundation.problem.bad", language);
        Assert.DoesNotContain("<script>", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, InlineData("/mh/mr?q=%FF%FE%C3%28"), InlineData("/mh/mr/verify?number=%FF"), InlineData("/mh/mr/track?reference=%C3%28"), InlineData("/mh/mr/sign-in?returnUrl=%FF")]
    public async Task with_a_query_that_is_not_UTF_8_breaks_nothing(string path)
    {
        var page = await house.Browser().Open(path);
        Assert.True((int)page.Status < 500, $"{page.Status}");
        Assert.Equal("mr", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/mh/mr"), InlineData("/mh/mr/services/income-certificate"), InlineData("/mh/mr/track"), InlineData("/mh/mr/help"), InlineData("/mh/mr/verify"), InlineData("/desk/mr/sign-in")]
    public async Task with_a_method_the_page_has_not_is_refused(string path)
    {
        var before = await Evidence.Of(house);
        var browser = house.Browser();
        var token = (await browser.Open("/mh/mr/verify")).Form().Value("__RequestVerificationToken");
        foreach (var method in (string[])["PUT", "DELETE", "PATCH", "TRACE"])
        {
            using var request = new HttpRequestMessage(new(method), path);
            request.Headers.Add("RequestVerificationToken", token);
            var page = await browser.Send(request);
            Assert.True((int)page.Status is >= 400 and < 500, $"{method} {path}: {page.Status}");
        }
        Assert.Equal(before, await Evidence.Of(house));
    }

    [Theory]
    [InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/\\evil.example/"), InlineData("javascript:alert(1)"), InlineData("/%09/evil.example")]
    public async Task to_be_led_elsewhere_after_signing_in_is_not_followed(string elsewhere)
    {
        var citizen = await house.Citizen();
        var page = await house.Browser().SignIn(house, citizen.Mobile, citizen.Name, elsewhere);
        Assert.Equal("localhost", page.Address.Host);
        Assert.All(page.Passed, passed => Assert.Equal("localhost", passed.Host));
        Assert.True((int)page.Status < 500);
    }

    [Fact]
    public async Task with_another_host_is_never_repeated_in_an_address()
    {
        foreach (var path in (string[])["/mh/mr", "/mh/mr/my", "/mh/mr/sign-in", "/desk/mr/inbox", "/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            var answer = await house.Client().SendAsync(request, TestContext.Current.CancellationToken);
            Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            if (answer.Headers.Location is { IsAbsoluteUri: true } next) Assert.NotEqual("evil.example", next.Host);
        }
    }

    [Theory, InlineData("/problem/404"), InlineData("/problem/200")]
    public async Task for_the_problem_page_itself_finds_nothing(string path)
    {
        var page = await house.Browser().Open(path);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task to_sign_in_with_what_no_column_can_hold_is_refused()
    {
        var page = await house.Browser().Open("/desk/mr/sign-in");
        var token = page.Form().Value("__RequestVerificationToken");
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["login"] = "a\0b", ["password"] = "\0", ["code"] = "\0" };
        page = await page.Browser.Send(new(HttpMethod.Post, "/desk/mr/sign-in") { Content = new FormUrlEncodedContent(fields) });
        Assert.InRange((int)page.Status, 400, 499);
        Assert.Equal("mr", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/"), InlineData("/mh/mr"), InlineData("/mh/mr/services/income-certificate"), InlineData("/mh/mr/my"), InlineData("/desk"), InlineData("/desk/mr"), InlineData("/desk/mr/inbox")]
    [InlineData("/v/MH-7KQ4-2M9T-XB3W-D-1"), InlineData("/mh/mr/verify?number=MH-7KQ4-2M9T-XB3W-D-1"), InlineData("/mh/mr/no-such-page"), InlineData("/zz/en"), InlineData("/ek.css")]
    public async Task by_HEAD_is_answered_as_by_GET_without_the_page(string path)
    {
        using var client = house.Client();
        using var get = await client.GetAsync(path, TestContext.Current.CancellationToken);
        using var head = await client.SendAsync(new(HttpMethod.Head, path), TestContext.Current.CancellationToken);
        Assert.Equal((get.StatusCode, get.Headers.Location, get.Content.Headers.ContentType), (head.StatusCode, head.Headers.Location, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData("/zz/en/track", ""), InlineData("/zz/pa", ""), InlineData("/mh/hi/nothing", "/mh/hi"), InlineData("/desk/en/nothing", "/desk/en/sign-in")]
    public async Task for_what_is_not_there_leads_back_to_what_is(string path, string start)
    {
        var page = await house.Browser().Open(path);
        Assert.Equal((HttpStatusCode.OK, start), await Led(page, page["main a.govuk-link"].GetAttribute("href")!));
        foreach (var link in page.Document.QuerySelectorAll("header a[href^='/'], footer a[href^='/']").Where(link => !link.HasAttribute("hreflang")).Select(link => link.GetAttribute("href")!))
            if (!link.StartsWith(path.Split('/') is [_, var state, ..] ? $"/{state}/" : "/", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.OK, (await Led(page, link)).Status);
    }

    static async Task<(HttpStatusCode Status, string Path)> Led(Page from, string link)
    {
        var page = await from.Browser.Open(link);
        return (page.Status, page.Path.TrimEnd('/'));
    }

    [Fact]
    public async Task for_a_slip_by_post_is_refused()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Submitted();
        var browser = await house.BrowserOf(citizen);
        var page = await browser.Send(new(HttpMethod.Post, $"/mh/mr/cases/{c.Reference}/slip.pdf"));
        Assert.InRange((int)page.Status, 400, 499);
    }

    [Fact]
    public async Task is_answered_in_each_language_of_the_reader()
    {
        foreach (var language in LanguageCode.All)
            (await house.Browser().Open($"/mh/{language}/nothing-here")).IsRefused(HttpStatusCode.NotFound, "foundation.problem.not_found", language.Code);
    }
}
