using EkDwar.Tests.Journeys;

namespace EkDwar.Tests.Attacks;

/// <summary>Addresses that somebody else wrote, wherever they are put: nobody is led there and nothing repeats them as a link.</summary>
[Collection("attacks")]
public sealed class An_address_of_another(AttackedHouse all)
{
    const string Evil = "evil.example";
    static readonly string[] Names = ["returnUrl", "ReturnUrl", "next", "url", "redirect", "to", "at", "back", "returned", "reference"];
    static readonly string[] Asking = ["nobody", "owner", "clerk"];

    async Task<List<string>> Led(Action<HttpRequestMessage> change, string query)
    {
        var led = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Verb == "GET" && !route.Name.Contains('(')))
            foreach (var role in all.InTurn(Asking))
            {
                using var request = all.Request(route, all[role], all.Things[0], query: query);
                change(request);
                var (response, body) = await all.Send(request);
                if ((int)response.StatusCode >= 500) led.Add($"{route} as {role}: {response.StatusCode}");
                if (response.Headers.Location is { } to && !IsOurs(to.OriginalString)) led.Add($"{route} as {role}: led to {to.OriginalString}");
                foreach (var link in (string[])["href=\"http://evil", "href=\"https://evil", "href=\"//evil", "action=\"http://evil", "action=\"https://evil", "action=\"//evil", "src=\"http://evil", "content=\"https://evil"])
                    if (body.Contains(link, StringComparison.OrdinalIgnoreCase)) led.Add($"{route} as {role}: {link}");
            }
        return led;
    }

    static bool IsOurs(string address) => address.StartsWith("http://localhost/", StringComparison.Ordinal) || address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Contains('\t');

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/\\evil.example/"), InlineData("javascript:alert(1)"), InlineData("/\t/evil.example")]
    public async Task in_any_parameter_is_not_followed(string elsewhere) =>
        Assert.Equal([], await Led(_ => { }, string.Join('&', Names.Select(name => $"{name}={Uri.EscapeDataString(elsewhere)}"))));

    [Fact]
    public async Task in_the_headers_of_a_request_is_not_repeated() => Assert.Equal([], await Led(request =>
    {
        request.Headers.Host = Evil;
        foreach (var name in (string[])["X-Forwarded-Host", "X-Host", "X-Original-Host", "X-Forwarded-Server"]) request.Headers.Add(name, Evil);
        request.Headers.Add("Forwarded", $"host={Evil};proto=https");
        request.Headers.Add("X-Original-URL", "/dev/people");
        request.Headers.Referrer = new($"https://{Evil}/");
    }, ""));

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/mh/mr/my")]
    public async Task is_not_where_signing_in_to_a_desk_or_choosing_a_person_ends(string elsewhere)
    {
        var browser = all.House.Browser();
        all.House.Clock.Advance(TimeSpan.FromSeconds(31));
        var page = await browser.Open("/desk/en/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        var entered = await page.Form().With("login", "circle.haveli").With("password", EkDwar.Onboarding.SeedDemo.DemoPassword).With("code", await all.House.AuthenticatorCode("circle.haveli")).Press();
        Assert.Equal("/desk/en/inbox", entered.Path);
        var citizen = await all.House.Citizen();
        var mine = await all.House.BrowserOf(citizen);
        var chosen = await (await mine.Open("/mh/mr/sign-in/person?returnUrl=" + Uri.EscapeDataString(elsewhere))).Form("form[action*='handler=add']").With("name", "दुसरी").Press();
        Assert.Equal("/mh/mr/my", chosen.Path);
    }

    /// <summary>Line breaks in what is put into a header of the answer.</summary>
    [Fact]
    public async Task with_a_line_break_adds_no_header()
    {
        var split = new List<string>();
        foreach (var route in all.Routes.Where(route => route.Verb == "GET" && !route.Name.Contains('(')))
        {
            var query = string.Join('&', Names.Concat(["lang", "day", "number", "q"]).Select(name => $"{name}=/mh/mr%0d%0aX-Planted:%20yes%0d%0aSet-Cookie:%20ek-citizen=planted"));
            using var request = all.Request(route, all["owner"], all.Things[0], query: query);
            var (response, _) = await all.Send(request);
            if ((int)response.StatusCode >= 500) split.Add($"{route}: {response.StatusCode}");
            if (response.Headers.Contains("X-Planted") || response.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(cookie => cookie.Contains("planted"))) split.Add(route.Name);
        }
        Assert.Equal([], split);
    }
}
