using System.Net;
using EkDwar.Foundation.Web;
using EkDwar.Onboarding;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Attacks;

/// <summary>A session somebody else brought, kept or cut: signing in makes a new one, and what was there before opens nothing.</summary>
public sealed class A_session_brought_along : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    static string? Cookie(HttpResponseMessage response, string name) => response.Headers.TryGetValues("Set-Cookie", out var set)
        ? set.Select(cookie => cookie.Split(';')[0]).FirstOrDefault(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal) && cookie.Length > name.Length + 1) : null;

    async Task<HttpResponseMessage> Ask(string path, params string[] cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        return await house.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    static bool IsLedToSignIn(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Found && $"{response.Headers.Location}".Contains("/sign-in?", StringComparison.Ordinal);

    [Fact]
    public async Task is_another_after_signing_in_as_a_citizen()
    {
        var (first, second) = (await Citizen(), await Citizen());
        Assert.NotEqual(first, second);
        Assert.False(IsLedToSignIn(await Ask("/mh/mr/my", first)));
        // One made up, cut, or of another door is none.
        foreach (var none in (string[])["ek-citizen=planted", first[..^4], first.Replace("ek-citizen", "ek-desk"), "ek-citizen=" + first.Split('=', 2)[1][10..]])
            Assert.True(IsLedToSignIn(await Ask(none.StartsWith("ek-desk", StringComparison.Ordinal) ? "/desk/mr/inbox" : "/mh/mr/my", none)), none);
    }

    /// <summary>Signs in with a session planted before; gives the session that came of it.</summary>
    async Task<string> Citizen()
    {
        var citizen = await house.Citizen();
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var browser = house.Browser();
        using var planted = new HttpRequestMessage(HttpMethod.Get, "/mh/mr/sign-in");
        planted.Headers.TryAddWithoutValidation("Cookie", "ek-citizen=planted");
        var asked = await (await browser.Send(planted)).Form().With("mobile", citizen.Mobile).Press();
        using var request = asked.Form().With("code", await house.CodeFor(citizen.Mobile)).Request();
        var made = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var session = Cookie(made, "ek-citizen");
        Assert.NotNull(session);
        Assert.NotEqual("ek-citizen=planted", session);
        return session;
    }

    [Fact]
    public async Task is_another_after_signing_in_at_a_desk()
    {
        var sessions = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(31));
            var browser = house.Browser();
            var page = await browser.Open("/desk/en/sign-in");
            using var request = page.Form().With("login", "clerk.haveli").With("password", SeedDemo.DemoPassword).With("code", await house.AuthenticatorCode("clerk.haveli")).Request();
            sessions.Add(Cookie(await browser.Client.SendAsync(request, TestContext.Current.CancellationToken), "ek-desk")!);
        }
        Assert.Equal(2, sessions.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await Ask("/desk/en/inbox", sessions[1])).StatusCode);
        // A desk's session is none of a citizen's.
        Assert.True(IsLedToSignIn(await Ask("/mh/mr/my", sessions[1].Replace("ek-desk", "ek-citizen"))));
    }

    /// <summary>An attacker signs in by his own mobile, and leaves his session in the browser of somebody who then signs in there.</summary>
    [Fact]
    public async Task of_an_attacker_who_is_signed_in_himself_never_becomes_hers()
    {
        var attacker = await house.SignedInCitizen(name: "हल्लेखोर");
        var his = attacker.Browser.Cookies;
        var victim = await house.Citizen(name: "कॅनरीबाई");
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var browser = house.Browser(his);
        var asked = await (await browser.Open("/mh/mr/sign-in")).Form().With("mobile", victim.Mobile).Press();
        var known = await asked.Form().With("code", await house.CodeFor(victim.Mobile)).Press();
        Assert.Contains(victim.Name, known.Text, StringComparison.Ordinal);
        await known.Form().With("person", known["input[name=person]"].GetAttribute("value")!).Press();
        Assert.Equal("/mh/mr/my", (await browser.Open("/mh/mr/my")).Path);
        // What he kept of his session is his at most, and nothing of hers.
        foreach (var address in (string[])["/mh/mr/my", "/mh/mr/sign-in/person", "/mh/mr/my/sign-ins"])
            Assert.DoesNotContain(victim.Name, (await house.Browser(his).Open(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_an_official_who_is_signed_in_himself_never_becomes_hers()
    {
        var clerk = await house.AtDesk("clerk");
        var his = clerk.Cookies;
        var browser = house.Browser(his);
        var hers = await house.SignsIn(browser, "tahsildar.haveli");
        Assert.Contains("Tahsildar, Haveli", hers.TextOf(".ek-desk"), StringComparison.Ordinal);
        var seen = await house.Browser(his).Open("/desk/en/inbox");
        Assert.DoesNotContain("Tahsildar, Haveli", seen.Path == "/desk/en/inbox" ? seen.TextOf(".ek-desk") : "", StringComparison.Ordinal);
        Assert.Contains("Tahsildar, Haveli", (await browser.Open("/desk/en/inbox")).TextOf(".ek-desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ends_when_nothing_is_asked_for_as_long_as_it_lasts()
    {
        var citizen = await Citizen();
        house.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(IsLedToSignIn(await Ask("/mh/mr/my", citizen)));
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(IsLedToSignIn(await Ask("/mh/mr/my", citizen)));
    }

    [Fact]
    public async Task ends_after_twelve_hours_however_busy_it_is()
    {
        var citizen = await house.SignedInCitizen();
        var asked = 0;
        for (var passed = TimeSpan.Zero; passed < SessionLimit.Longest; passed += TimeSpan.FromMinutes(50), asked++)
        {
            Assert.Equal("/mh/mr/my", (await citizen.Browser.Open("/mh/mr/my")).Path);
            // Saying again who she is puts nothing off.
            var person = await citizen.Browser.Open("/mh/mr/sign-in/person");
            await person.Form().With("person", person["input[name=person]"].GetAttribute("value")!).Press();
            house.Clock.Advance(TimeSpan.FromMinutes(50));
        }
        // The last request was fifty minutes ago, and the session would have lasted sixty.
        Assert.Equal(15, asked);
        Assert.Equal("/mh/mr/sign-in", (await citizen.Browser.Open("/mh/mr/my")).Path);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
