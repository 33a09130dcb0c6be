using System.Net;
using AngleSharp.Html.Parser;
using EkDwar.People.SignOn;
using EkDwar.People.SignOn.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.People.SignOn;

/// <summary>What somebody would try who wants in as another, or wants another in as himself.</summary>
[Collection("sign-on")]
public sealed class A_forged_sign_on(SignOnHouse shared) : IAsyncLifetime
{
    const string Clerk = "clerk.haveli", Tahsildar = "tahsildar.haveli";
    const string Stale = "This sign-on did not begin in this browser, or it took too long. Begin again.";
    const string NotBelieved = "The answer of the sign-on could not be trusted. Begin again. If it happens again, tell the administrator of your office.";
    const string NotGiven = "You did not finish signing in there. Begin again.";

    TestHouse House => shared.House;

    public async ValueTask InitializeAsync() => await shared.BeginAnew();

    public async ValueTask DisposeAsync()
    {
        shared.Emulator.Fault = EmulatorFault.None;
        await Task.CompletedTask;
    }

    static async Task Refused(Browser browser, string address, string problem)
    {
        var page = await browser.Open(address);
        Assert.Equal([problem], page.Problems);
        Assert.False(await SignOnHouse.IsAtDesk(browser));
    }

    static string With(Uri back, string name, string? value)
    {
        var query = System.Web.HttpUtility.ParseQueryString(back.Query);
        if (value is null) query.Remove(name);
        else query[name] = value;
        return $"{back.AbsolutePath}?{query}";
    }

    [Fact]
    public async Task brought_to_another_browser_signs_nobody_in()
    {
        // The attacker's own good answer, as a link for somebody else: she would work in his name.
        var attackers = await shared.Code(House.Browser(), Clerk);
        var empty = House.Browser();
        await empty.Open("/mh/en?lang=en");
        await Refused(empty, attackers.PathAndQuery, Stale);
        // Nor where she has begun one herself; hers is not ended by it.
        var hers = House.Browser();
        var code = await shared.Code(hers, Tahsildar);
        await Refused(hers, attackers.PathAndQuery, Stale);
        Assert.Equal("/desk/en/inbox", (await hers.Open(code.PathAndQuery)).Path);
    }

    [Fact]
    public async Task with_a_stolen_code_put_into_ones_own_answer_is_refused()
    {
        var stolen = System.Web.HttpUtility.ParseQueryString((await shared.Code(House.Browser(), Tahsildar)).Query)["code"]!;
        var thief = House.Browser();
        await Refused(thief, With(await shared.Code(thief, Clerk), "code", stolen), NotGiven);
    }

    [Theory, InlineData(""), InlineData("made-up"), InlineData(null)]
    public async Task with_another_state_is_refused(string? state)
    {
        var browser = House.Browser();
        await Refused(browser, With(await shared.Code(browser, Clerk), "state", state), Stale);
    }

    [Theory, InlineData("https://evil.example"), InlineData("http://localhost/dev/sign-on/pb"), InlineData(""), InlineData(null)]
    public async Task from_another_issuer_is_not_taken_to_ours(string? issuer)
    {
        var browser = House.Browser();
        await Refused(browser, With(await shared.Code(browser, Clerk), "iss", issuer), NotBelieved);
    }

    [Fact]
    public async Task of_one_state_is_none_of_another()
    {
        var browser = House.Browser();
        var back = await shared.Code(browser, Clerk);
        await Refused(browser, back.PathAndQuery.Replace("/mh/", "/pb/"), Stale);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(back.PathAndQuery.Replace("/mh/", "/xx/"))).Status);
    }

    [Fact]
    public async Task sent_again_is_refused()
    {
        var browser = House.Browser();
        await browser.Open("/mh/en?lang=en");
        var back = await shared.Code(browser, Clerk);
        Assert.Equal("/desk/en/inbox", (await browser.Open(back.PathAndQuery)).Path);
        Assert.Equal([Stale], (await browser.Open(back.PathAndQuery)).Problems);
    }

    [Fact]
    public async Task sent_again_with_a_copy_of_its_cookie_is_refused_by_the_provider()
    {
        var browser = House.Browser();
        using var request = (await browser.Open("/desk/en/sign-in")).Form("#sign-on-mh").Request();
        using var begun = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(SignOnTicket.PendingCookie + "=", StringComparison.Ordinal)).Split(';')[0];
        var page = await new HtmlParser().ParseDocumentAsync(await begun.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var provider = await browser.Open(new Uri(page.QuerySelector("#go")!.GetAttribute("href")!).PathAndQuery);
        using var known = provider.Form().With("login", Clerk).Request("way=both");
        using var back = await browser.Client.SendAsync(known, TestContext.Current.CancellationToken);
        foreach (var isKnown in (bool[])[true, false])
        {
            using var arriving = new HttpRequestMessage(HttpMethod.Get, back.Headers.Location);
            arriving.Headers.TryAddWithoutValidation("Cookie", cookie);
            using var answer = await House.Client().SendAsync(arriving, TestContext.Current.CancellationToken);
            var arrived = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(SignOnTicket.ArrivedCookie + "=", StringComparison.Ordinal)).Split(';')[0];
            using var entering = new HttpRequestMessage(HttpMethod.Get, "/desk/en/sign-on");
            entering.Headers.TryAddWithoutValidation("Cookie", arrived);
            using var entered = await House.Client().SendAsync(entering, TestContext.Current.CancellationToken);
            Assert.Equal(isKnown ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, entered.StatusCode);
        }
    }

    public static TheoryData<EmulatorFault> Tokens =>
    [
        EmulatorFault.WrongIssuer, EmulatorFault.OtherAudience, EmulatorFault.MoreAudiences, EmulatorFault.OtherParty, EmulatorFault.OtherNonce, EmulatorFault.NoNonce, EmulatorFault.Expired,
        EmulatorFault.NoExpiry, EmulatorFault.NotYet, EmulatorFault.IssuedLongAgo, EmulatorFault.NoSubject, EmulatorFault.AlgNone, EmulatorFault.NoSignature, EmulatorFault.PublicKeyAsSecret,
        EmulatorFault.SwappedKey, EmulatorFault.OtherAlgorithm, EmulatorFault.KeyInHeader, EmulatorFault.CriticalExtension, EmulatorFault.OtherType, EmulatorFault.Encrypted,
    ];

    [Theory, MemberData(nameof(Tokens))]
    public async Task with_a_token_that_is_wrong_in_one_thing_is_not_believed(EmulatorFault fault)
    {
        var browser = House.Browser();
        var back = await shared.Code(browser, Clerk);
        shared.Emulator.Fault = fault;
        await Refused(browser, back.PathAndQuery, NotBelieved);
        Assert.Equal([(SignOnOutcome.NotBelieved, (Guid?)null)], (await shared.Records()).Select(record => (record.Outcome, record.OfficialId)));
        Assert.Equal(0, await House.Db(db => db.Set<SignOnLink>().CountAsync()));
    }

    [Fact]
    public async Task with_a_key_too_weak_is_not_believed()
    {
        (shared.Emulator.Fault, shared.Emulator.Algorithm) = (EmulatorFault.WeakKeys, "RS256");
        shared.Emulator.RollKey("mh");
        var browser = House.Browser();
        await Refused(browser, (await shared.Code(browser, Clerk)).PathAndQuery, NotBelieved);
        shared.Emulator.RollKey("mh");
    }

    [Fact]
    public async Task without_a_login_in_the_token_is_nobody()
    {
        var browser = House.Browser();
        var back = await shared.Code(browser, Clerk);
        shared.Emulator.Fault = EmulatorFault.NoLogin;
        Assert.Contains("no login here is yours", (await browser.Open(back.PathAndQuery)).Problems.Single());
    }

    [Theory]
    [InlineData(EmulatorFault.Huge), InlineData(EmulatorFault.Stall), InlineData(EmulatorFault.Redirects), InlineData(EmulatorFault.NotJson), InlineData(EmulatorFault.Fails), InlineData(EmulatorFault.NoIdToken)]
    public async Task by_a_provider_that_answers_as_none_may_is_given_up(EmulatorFault fault)
    {
        var browser = House.Browser();
        var back = await shared.Code(browser, Clerk);
        shared.Emulator.Fault = fault;
        var page = await browser.Open(back.PathAndQuery);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.False(await SignOnHouse.IsAtDesk(browser));
    }

    [Theory, InlineData(EmulatorFault.DiscoversOther), InlineData(EmulatorFault.DiscoversHttp), InlineData(EmulatorFault.Huge), InlineData(EmulatorFault.Redirects)]
    public async Task at_a_provider_that_says_of_itself_what_is_not_safe_is_not_begun(EmulatorFault fault)
    {
        shared.Emulator.Fault = fault;
        var page = await shared.Begins(House.Browser());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.False(page.Response.Headers.Contains("Refresh"));
    }

    [Theory, InlineData("code"), InlineData("iss"), InlineData("state"), InlineData("error")]
    public async Task with_a_parameter_twice_is_refused(string name)
    {
        var browser = House.Browser();
        var page = await browser.Open((await shared.Code(browser, Clerk)).PathAndQuery + $"&{name}=x&{name}=y");
        Assert.Single(page.Problems);
        Assert.False(await SignOnHouse.IsAtDesk(browser));
    }

    [Fact]
    public async Task leads_nowhere_but_into_the_desk()
    {
        Assert.Equal("/desk/en/team", (await shared.SignsOn(House.Browser(), Clerk, returnUrl: "/desk/en/team")).Path);
        foreach (var outside in new[] { "https://evil.example/", "//evil.example/desk/", "/\\evil.example", "/mh/en", "/dev/people" })
            Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk, returnUrl: outside)).Path);
    }

    [Fact]
    public async Task makes_a_session_of_its_own_whatever_was_planted()
    {
        var browser = House.Browser();
        using var planted = new HttpRequestMessage(HttpMethod.Get, "/desk/en/sign-on");
        planted.Headers.TryAddWithoutValidation("Cookie", $"ek-desk=planted; {SignOnTicket.ArrivedCookie}=planted; {SignOnTicket.PendingCookie}=planted");
        using var nothing = await House.Client().SendAsync(planted, TestContext.Current.CancellationToken);
        Assert.Equal("/desk/en/sign-in", nothing.Headers.Location!.ToString());
        // A session of the clerk's that is there gives way to the one of whoever was recognised.
        Assert.Contains("Clerk, Haveli", (await shared.SignsOn(browser, Clerk)).TextOf(".ek-desk"));
        House.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("Tahsildar, Haveli", (await shared.SignsOn(browser, Tahsildar)).TextOf(".ek-desk"));
        // What let her choose is gone once it was used.
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/sign-on")).Path);
    }

    [Fact]
    public async Task keeps_its_secrets_in_sealed_cookies_no_script_reads()
    {
        var browser = House.Browser();
        using var request = (await browser.Open("/desk/en/sign-in")).Form("#sign-on-mh").Request();
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var set = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(SignOnTicket.PendingCookie + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", set);
        Assert.Contains("samesite=lax", set);
        Assert.Contains("path=/;", set + ";");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("verifier", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ä secret", page);
    }

    [Fact]
    public void is_not_even_offered_in_production_without_a_secret()
    {
        var environment = House.Services.GetRequiredService<IWebHostEnvironment>();
        var places = House.Services.GetRequiredService<SignOnPlaces>();
        Assert.Equal(["mh", "pb"], places.All.Select(place => place.State));
        environment.EnvironmentName = "Production";
        try
        {
            Assert.Empty(places.All);
        }
        finally
        {
            environment.EnvironmentName = "Development";
        }
    }
}
