using System.Net;
using EkDwar.People.SignIns;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>Where somebody is signed in: seen, ended from elsewhere, and over with signing out, for every copy of its cookie.</summary>
public sealed class A_sign_in(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Phone = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";

    TestHouse House => shared.House;

    /// <summary>Another browser with the very cookies this one has now.</summary>
    static Browser Stolen(Browser browser, TestHouse house) => house.Browser(browser.Cookies);

    [Fact]
    public async Task ends_with_signing_out_for_every_copy_of_its_cookie()
    {
        var citizen = (await House.SignedInCitizen()).Browser;
        var copy = Stolen(citizen, House);
        Assert.Equal("/mh/en/my", (await copy.Open("/mh/en/my")).Path);
        await (await citizen.Open("/mh/en/my")).Form("header form").Press();
        Assert.Equal("/mh/en/sign-in", (await copy.Open("/mh/en/my")).Path);
        var official = await House.AtDesk("clerk");
        copy = Stolen(official, House);
        Assert.Equal("/desk/en/inbox", (await copy.Open("/desk/en/inbox")).Path);
        await (await official.Open("/desk/en/inbox")).Form("header form").Press();
        Assert.Equal("/desk/en/sign-in", (await copy.Open("/desk/en/inbox")).Path);
    }

    [Fact]
    public async Task of_another_browser_is_seen_and_ended_by_its_owner_alone()
    {
        var citizen = await House.Citizen();
        var phone = House.Browser();
        phone.Client.DefaultRequestHeaders.Add("User-Agent", Phone);
        await phone.SignIn(House, citizen.Mobile, citizen.Name, "/mh/mr/my");
        var other = await House.BrowserOf(citizen);
        var page = await other.Open("/mh/en/my/sign-ins");
        Assert.Equal(["A browser we do not know – this one, here", "Chrome, Android"], page.Document.QuerySelectorAll(".govuk-summary-card__title").Select(title => title.TextContent.Trim()));
        var stranger = (await House.SignedInCitizen()).Browser;
        var theirs = page["input[name=signIn]"].GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await Ended(stranger, "/mh/en/my/sign-ins", theirs)).Status);
        Assert.Equal("/mh/mr/my", (await phone.Open("/mh/mr/my")).Path);
        page = await page.Form("main form[action*=End]").Press();
        Assert.Contains("has to sign in again", page.Text, StringComparison.Ordinal);
        Assert.Contains("signed in nowhere else", page.Text, StringComparison.Ordinal);
        Assert.Equal("/mh/mr/sign-in", (await phone.Open("/mh/mr/my")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await Ended(other, "/mh/en/my/sign-ins", theirs)).Status);
    }

    static async Task<Page> Ended(Browser browser, string address, string signIn)
    {
        var token = (await browser.Open(address))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        return await browser.Send(new(HttpMethod.Post, address + "?handler=End") { Content = new FormUrlEncodedContent([KeyValuePair.Create("signIn", signIn), KeyValuePair.Create("__RequestVerificationToken", token)]) });
    }

    [Fact]
    public async Task of_an_official_ends_with_all_others_at_one_press()
    {
        var (here, there) = (await House.AtDesk("tahsildar"), await House.AtDesk("tahsildar"));
        var page = await (await here.Open("/desk/mr/account")).Follow("तुमचा कक्ष कुठे उघडा आहे");
        page = await page.Form("#others").Press();
        Assert.Contains("बाकी सर्व बंद केले", page.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/en/sign-in", (await there.Open("/desk/en/inbox")).Path);
        Assert.Equal("/desk/en/inbox", (await here.Open("/desk/en/inbox")).Path);
    }

    [Fact]
    public async Task of_an_official_is_ended_by_her_administrator_with_a_reason()
    {
        var (clerk, admin) = (await House.AtDesk("clerk"), await House.AtDesk("admin"));
        var who = (await House.Desk("clerk")).OfficialId;
        var page = await (await admin.Open($"/desk/en/people/officials/{who}")).Form("#sign-out").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("#sign-out").With("sign-out-words", "Laptop stolen on the bus").Press();
        Assert.Contains("All sign-ins of this official have ended", page.Text, StringComparison.Ordinal);
        Assert.Contains("All sign-ins ended by the administrator", page.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/en/sign-in", (await clerk.Open("/desk/en/inbox")).Path);
        var herself = (await House.Desk("administrator")).OfficialId;
        Assert.False((await admin.Open($"/desk/en/people/officials/{herself}")).Has("#sign-out"));
    }

    [Fact]
    public async Task begins_anew_with_each_proof_and_ends_the_one_before_it()
    {
        var citizen = await House.Citizen();
        var browser = await House.BrowserOf(citizen);
        var copy = Stolen(browser, House);
        await browser.SignIn(House, citizen.Mobile, citizen.Name, "/mh/mr/my");
        Assert.Equal("/mh/mr/sign-in", (await copy.Open("/mh/mr/my")).Path);
        Assert.Equal(1, await House.Db(db => db.Set<SignIn>().CountAsync(one => one.AccountId == citizen.Session.AccountId)));
    }

    [Fact]
    public async Task ended_on_another_node_is_over_within_a_minute_here()
    {
        var citizen = await House.Citizen();
        var browser = await House.BrowserOf(citizen);
        await House.Db(db => db.Set<SignIn>().Where(one => one.AccountId == citizen.Session.AccountId).ExecuteDeleteAsync());
        House.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/mh/mr/sign-in", (await browser.Open("/mh/mr/my")).Path);
    }

    [Fact]
    public async Task is_gone_with_its_time_and_its_last_use_is_known_to_within_ten_minutes()
    {
        var citizen = await House.Citizen();
        var browser = await House.BrowserOf(citizen);
        Task<SignIn?> Row() => House.Db(db => db.Set<SignIn>().AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == citizen.Session.AccountId));
        var began = (await Row())!;
        House.Clock.Advance(TimeSpan.FromMinutes(15));
        await browser.Open("/mh/mr/my");
        Assert.InRange((await Row())!.SeenAt - began.BeganAt, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(16));
        House.Clock.Advance(TimeSpan.FromHours(13));
        await House.BrowserOf(await House.Citizen());
        Assert.Null(await Row());
    }

    [Theory]
    [InlineData(Phone, "chrome android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1", "safari iphone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "edge windows")]
    [InlineData("Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5", "firefox kaios")]
    [InlineData("<script>alert(1)</script>", "other other")]
    [InlineData(null, "other other")]
    public void keeps_two_words_of_ours_for_what_a_browser_says_of_itself(string? said, string words) => Assert.Equal(words, Browsers.Of(said));
}

/// <summary>An official changes her own password: she knows the old one, and everywhere else she is signed out.</summary>
public sealed class Changing_a_password(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string New = "neem tin chair monsoon";

    TestHouse House => shared.House;

    [Fact]
    public async Task asks_for_the_old_one_and_ends_all_other_sign_ins()
    {
        var (here, there) = (await House.AtDesk("circle"), await House.AtDesk("circle"));
        var page = await (await here.Open("/desk/en/account")).Follow("Change the password");
        Assert.Equal(["current-password", "new-password", "new-password"], page.Document.QuerySelectorAll("main input[type=password]").Select(box => box.GetAttribute("autocomplete")));
        page = await Typed(page, "wrong", New, New);
        Assert.Contains("The present password is wrong", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(New, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        page = await Typed(page, EkDwar.Onboarding.SeedDemo.DemoPassword, New, New + "s");
        Assert.Contains("The two passwords are not the same", page.Text, StringComparison.Ordinal);
        page = await Typed(page, EkDwar.Onboarding.SeedDemo.DemoPassword, "Maharashtra@2026", "Maharashtra@2026");
        Assert.Contains("Too many people would try this one", page.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/en/inbox", (await there.Open("/desk/en/inbox")).Path);
        page = await Typed(page, EkDwar.Onboarding.SeedDemo.DemoPassword, New, New);
        Assert.Equal("/desk/en/account", page.Path);
        Assert.Contains("Your password is changed", page.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/en/sign-in", (await there.Open("/desk/en/inbox")).Path);
        Assert.Equal("/desk/en/inbox", (await here.Open("/desk/en/inbox")).Path);
        Assert.Equal("/desk/en/sign-in", (await House.SignsIn(House.Browser(), "circle.haveli")).Path);
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/desk/en/inbox", (await House.SignsIn(House.Browser(), "circle.haveli", New, await House.AuthenticatorCode("circle.haveli"))).Path);
    }

    [Fact]
    public async Task locks_after_ten_wrong_ones()
    {
        var desk = await House.AtDesk("tahsildar");
        var page = await desk.Open("/desk/en/account/password");
        for (var tries = 0; tries < 10; tries++) page = await Typed(page, "wrong", New, New);
        page = await Typed(page, EkDwar.Onboarding.SeedDemo.DemoPassword, New, New);
        Assert.Equal("/desk/en/account/password", page.Path);
        Assert.True(page.Has(".govuk-error-summary"));
        House.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/desk/en/account", (await Typed(page, EkDwar.Onboarding.SeedDemo.DemoPassword, New, New)).Path);
    }

    static Task<Page> Typed(Page page, string old, string chosen, string again) => page.Form("#change").With("old", old).With("password", chosen).With("again", again).Press();
}
