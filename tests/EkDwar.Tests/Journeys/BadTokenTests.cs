using System.Net;
using EkDwar.Cases;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>Forms that did not come from our own page, or come twice.</summary>
public sealed class A_token(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Check = "/mh/mr/apply/income-certificate/check-answers", Antiforgery = "__RequestVerificationToken";

    readonly TestHouse house = shared.House;
    TestCitizen citizen = null!;
    Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        citizen = await house.Citizen();
        await citizen.Draft();
        browser = await house.BrowserOf(citizen);
    }

    static FormUrlEncodedContent Body(string? antiforgery, string? token) => new(
        new[] { (Antiforgery, antiforgery), ("token", token) }.Where(field => field.Item2 is not null).Select(field => KeyValuePair.Create(field.Item1, field.Item2!)));

    Task<Page> Post(Browser by, string? antiforgery, string? token) => by.Send(new(HttpMethod.Post, Check) { Content = Body(antiforgery, token) });

    [Theory, InlineData("missing"), InlineData("forged"), InlineData("cut"), InlineData("another's")]
    public async Task of_the_form_that_is_not_right_sends_nothing(string how)
    {
        var form = (await browser.Open(Check)).Form();
        var right = form.Value(Antiforgery);
        var token = how switch
        {
            "missing" => null,
            "forged" => Convert.ToBase64String(Enumerable.Repeat((byte)7, 90).ToArray()),
            "cut" => right[..^5],
            _ => (await (await house.BrowserOf(await house.Citizen())).Open("/mh/mr/verify")).Form().Value(Antiforgery),
        };
        var before = await Evidence.Of(house);
        (await Post(browser, token, form.Value("token"))).IsRefused(HttpStatusCode.BadRequest, "foundation.problem.bad");
        Assert.Equal(before, await Evidence.Of(house));
        Assert.EndsWith("/submitted", (await Post(browser, right, form.Value("token"))).Path, StringComparison.Ordinal);
    }

    [Theory, InlineData(null), InlineData(""), InlineData("abc"), InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task of_sending_once_that_was_not_made_here_sends_nothing(string? once)
    {
        var form = (await browser.Open(Check)).Form();
        var before = await Evidence.Of(house);
        (await Post(browser, form.Value(Antiforgery), once)).IsRefused(HttpStatusCode.BadRequest, "foundation.problem.bad");
        Assert.Equal(before, await Evidence.Of(house));
    }

    [Fact]
    public async Task replayed_gives_the_case_it_gave_before()
    {
        var form = (await browser.Open(Check)).Form();
        var (antiforgery, once) = (form.Value(Antiforgery), form.Value("token"));
        var first = await Post(browser, antiforgery, once);
        var before = await Evidence.Of(house);
        var again = await Post(browser, antiforgery, once);
        Assert.Equal((HttpStatusCode.OK, first.Path), (again.Status, again.Path));
        Assert.Equal(before, await Evidence.Of(house));
    }

    [Fact]
    public async Task of_another_citizen_opens_nothing_of_hers()
    {
        var form = (await browser.Open(Check)).Form();
        var hers = await Post(browser, form.Value(Antiforgery), form.Value("token"));
        var other = await house.Citizen(name: "Suresh Patil");
        var stranger = await house.BrowserOf(other);
        var page = await Post(stranger, (await stranger.Open("/mh/mr/my")).Form("header form").Value(Antiforgery), form.Value("token"));
        Assert.Equal("/mh/mr/my", page.Path);
        Assert.DoesNotContain(hers.Path.Split('/')[^2], page.Text, StringComparison.Ordinal);
        Assert.Equal([citizen.Session.PersonId], await house.Db(db => db.Set<Case>().Where(c => c.ApplicantId == citizen.Session.PersonId || c.ApplicantId == other.Session.PersonId).Select(c => (Guid?)c.ApplicantId).ToListAsync()));
    }

    [Fact]
    public async Task of_signing_in_does_not_outlive_a_wrong_code()
    {
        var anybody = house.Browser();
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var page = await (await anybody.Open("/mh/mr/sign-in")).Form().With("mobile", citizen.Mobile).Press();
        var code = await house.CodeFor(citizen.Mobile);
        for (var tries = 0; tries < 5; tries++)
            (page = await page.Form().With("code", code == "111111" ? "222222" : "111111").Press()).IsRefused(HttpStatusCode.UnprocessableEntity, "people.code_wrong");
        (await page.Form().With("code", code).Press()).IsRefused(HttpStatusCode.UnprocessableEntity, "people.code_expired");
        Assert.Equal("/mh/mr/sign-in", (await anybody.Open("/mh/mr/my")).Path);
    }

    [Fact]
    public async Task of_a_session_ends_with_signing_out()
    {
        var page = await (await browser.Open("/mh/mr/my")).Form("header form").Press();
        Assert.Equal((HttpStatusCode.OK, "/mh/mr/sign-out"), (page.Status, page.Path));
        Assert.Equal("/mh/mr/sign-in", (await browser.Open("/mh/mr/my")).Path);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
