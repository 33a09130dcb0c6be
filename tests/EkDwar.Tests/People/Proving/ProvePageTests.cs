using System.Net;
using EkDwar.Cases;
using EkDwar.People;
using EkDwar.People.SignIns;
using EkDwar.Places;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Processing;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People.Proving;

/// <summary>An official whose last proof is too old is led to where she proves anew who she is, and back to what she was about to sign.</summary>
public sealed class Proving_before_signing(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Tahsildar = "tahsildar.haveli", Prove = "/desk/en/prove", Words = "ज्ञानेश्वर र्‍हाळकर:\r\n<b>दाखला</b> जोडा.";
    const string Wrong = "That code is wrong or was used already. Type the one shown now.";

    readonly TestHouse house = shared.House;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // What one test locked, no other finds locked.
    public async ValueTask DisposeAsync() => await house.Db(db => db.Set<Official>().ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedUntil, (DateTime?)null).SetProperty(one => one.FailedTries, 0)));

    async Task<Browser> SignedInLongAgo(string who = "tahsildar")
    {
        var browser = await house.AtDesk(who);
        Later();
        return browser;
    }

    // Sessions go on, proofs do not.
    void Later() => house.Clock.Advance(TimeSpan.FromMinutes(16));

    async Task<Page> Proves(Page page, string login = Tahsildar)
    {
        Assert.Equal(("/desk/en/prove", "Show that it is you"), (page.Path, page.Heading));
        return await page.Form("#code-form").With("code", await house.AuthenticatorCode(login)).Press();
    }

    [Fact]
    public async Task leads_her_there_before_she_writes_and_back_with_all_that_was_asked()
    {
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        Assert.Equal($"/desk/en/cases/{c.Reference}/grant", (await browser.Case(c, "/grant")).Path);
        Later();
        // Nothing else asks for it.
        foreach (var open in (string[])["/desk/en/inbox", $"/desk/en/cases/{c.Reference}", "/desk/en/account"]) Assert.Equal(open, (await browser.Open(open)).Path);
        var asked = await browser.Open($"/desk/en/cases/{c.Reference}/grant?check=a&check=b");
        Assert.Contains("show once more that it is you", asked.Text);
        var grant = await Proves(asked);
        Assert.Equal($"/desk/en/cases/{c.Reference}/grant?check=a&check=b", grant.Address.PathAndQuery);
        Assert.Equal("/desk/en/inbox", (await grant.Form().Press()).Path);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
    }

    [Fact]
    public async Task too_late_keeps_the_words_of_a_grant_and_she_presses_once_more()
    {
        var c = await house.Case().Reported();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/grant");
        Later();
        var asked = await page.Form().With("words", Words).Press();
        Assert.Contains("What you have typed is kept. Nothing has been signed yet.", asked.Text);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        var back = await Proves(asked);
        Assert.Equal(($"/desk/en/cases/{c.Reference}/grant", Words), (back.Path, back.Form().Value("words")));
        Assert.Contains("This has not been sent yet.", back.Text);
        Assert.Equal("/desk/en/inbox", (await back.Form().Press()).Path);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        Assert.False(await house.Db(db => db.Set<UnsentForm>().AnyAsync(form => form.CaseId == c.CaseId)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task too_late_keeps_the_words_of_a_refusal_before_and_after_its_letter(bool afterLetter)
    {
        var c = await house.Case().Reported();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/refuse");
        var filled = page.Form().With("ground", "income_not_proved").With("words", Words);
        if (afterLetter) filled = (await filled.Press()).Form();
        Later();
        var back = await Proves(await filled.Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/refuse", "income_not_proved", Words), (back.Path, back.Form().Value("ground"), back.Form().Value("words")));
        Assert.Equal("/desk/en/inbox", (await (await back.Form().Press()).Form().Press()).Path);
        Assert.Equal(CaseStatus.Refused, (await c.Row()).Status);
    }

    [Fact]
    public async Task too_late_keeps_what_was_typed_to_take_a_certificate_back()
    {
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/certificate");
        Later();
        // Who comes later sees the certificates, and in the place of the form where she proves it.
        var shut = await browser.Case(c, "/certificate");
        Assert.Equal((HttpStatusCode.OK, false), (shut.Status, shut.Has("main form")));
        Assert.Equal(Prove, (await shut.Follow("Show that it is you, then sign")).Path);
        var back = await Proves(await page.Form().With("way", "only").With("words", Words).Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/certificate", "only", Words), (back.Path, back.Form().Value("way"), back.Form().Value("words")));
        await back.Form().Press();
        Assert.Equal(CertificateStatus.Revoked, Assert.Single(await c.Certificates()).Status);
    }

    [Fact]
    public async Task too_late_keeps_what_was_typed_to_stop_a_benefit()
    {
        var c = await A_pension.Granted(house, await house.Citizen(name: "पार्वतीबाई कदम"), "old-age-pension");
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/benefit");
        Later();
        Assert.False((await browser.Case(c, "/benefit")).Has("main form"));
        var back = await Proves(await page.Form().With("words", Words).Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/benefit", Words), (back.Path, back.Form().Value("words")));
        Assert.False((await back.Form().Press()).Has("main form"));
        Assert.Contains(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.BenefitStopped));
    }

    [Fact]
    public async Task too_late_keeps_the_order_that_sets_a_refusal_aside()
    {
        var c = await house.Case().Refused();
        var post = (await c.DeskOf("sub_divisional_officer")).PostId;
        var browser = await house.AtPost("sdo.pune", post);
        var page = await browser.Case(c, "/set-aside");
        Later();
        var day = EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
        var back = await Proves(await page.Form().With("number", "A/12").With("on-day", $"{day.Day}").With("on-month", $"{day.Month}").With("on-year", $"{day.Year}").With("words", Words).Press(), "sdo.pune");
        Assert.Equal(("A/12", $"{day.Year}", Words), (back.Form().Value("number"), back.Form().Value("on-year"), back.Form().Value("words")));
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.RefusalSetAside));
        await back.Form().Press();
        Assert.Contains(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.RefusalSetAside));
        // Once there is nothing to sign, she is asked for nothing.
        Later();
        Assert.Equal($"/desk/en/cases/{c.Reference}/set-aside", (await browser.Case(c, "/set-aside")).Path);
    }

    [Fact]
    public async Task is_asked_of_who_lets_somebody_open_a_case_in_an_emergency()
    {
        var c = await house.Case().Submitted();
        await house.Asks(await house.At("mulshi_tahsil", "clerk"), c.Reference.ToString());
        var browser = await house.AtPost("tahsildar.mulshi", await house.Post("mulshi_tahsil", "tahsildar"));
        Later();
        var page = await browser.Open("/desk/en/emergencies");
        Assert.Equal("/desk/en/emergencies", page.Path);
        var back = await Proves(await page.Form("form[action*='Allow']").Press(), "tahsildar.mulshi");
        Assert.Equal("/desk/en/emergencies", back.Path);
        Assert.Contains("The applicant is told.", (await back.Form("form[action*='Allow']").Press()).Text);
    }

    [Fact]
    public async Task takes_a_code_once_and_in_any_digits()
    {
        var c = await house.Case().Reported();
        var (first, second) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        Later();
        var code = await house.AuthenticatorCode(Tahsildar);
        var devanagari = string.Concat(code.Select(digit => (char)('०' + (digit - '0'))));
        Assert.EndsWith("/grant", (await (await first.Case(c, "/grant")).Form("#code-form").With("code", devanagari).Press()).Path);
        // Seen over her shoulder, it is worth nothing in another sign-in.
        var asked = await second.Case(c, "/grant");
        var replayed = await asked.Form("#code-form").With("code", code).Press();
        Assert.Equal([Wrong], replayed.Problems);
        Assert.Equal("", replayed.Form("#code-form").Value("code"));
        Assert.Equal(Prove, (await second.Case(c, "/grant")).Path);
        // Nor later in the same.
        Later();
        Assert.Equal([Wrong], (await (await first.Case(c, "/grant")).Form("#code-form").With("code", code).Press()).Problems);
        Assert.Equal(Prove, (await first.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task pressed_twice_or_come_back_to_is_answered_as_the_first_time_and_lasts_no_longer()
    {
        var c = await house.Case().Reported();
        var browser = await SignedInLongAgo();
        var form = (await browser.Case(c, "/grant")).Form("#code-form").With("code", await house.AuthenticatorCode(Tahsildar));
        var both = await Task.WhenAll(Task.Run(() => form.Press()), Task.Run(() => form.Press()));
        Assert.All(both, page => Assert.EndsWith("/grant", page.Path));
        var proved = await ProvedAt();
        house.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.EndsWith("/grant", (await form.Press()).Path);
        Assert.Equal(proved, await ProvedAt());
    }

    [Fact]
    public async Task locks_after_ten_wrong_codes_as_signing_in_does()
    {
        var browser = await SignedInLongAgo();
        var page = await browser.Open(Prove);
        for (var n = 0; n < 10; n++)
        {
            page = await page.Form("#code-form").With("code", "000000").Press();
            Assert.Equal((HttpStatusCode.UnprocessableEntity, Wrong), (page.Status, Assert.Single(page.Problems)));
        }
        string[] locked = ["Too many wrong tries. Wait fifteen minutes."];
        Assert.Equal(locked, (await page.Form("#code-form").With("code", await house.AuthenticatorCode(Tahsildar)).Press()).Problems);
        Assert.Equal(locked, (await house.SignsIn(house.Browser(), Tahsildar)).Problems);
    }

    [Fact]
    public async Task counts_for_this_sign_in_alone_and_ends_with_it()
    {
        var c = await house.Case().Reported();
        var (here, there) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        Later();
        Assert.EndsWith("/grant", (await Proves(await here.Case(c, "/grant"))).Path);
        Assert.Equal(Prove, (await there.Case(c, "/grant")).Path);
        var copy = house.Browser(here.Cookies);
        Assert.EndsWith("/grant", (await copy.Case(c, "/grant")).Path);
        await (await here.Open("/desk/en/inbox")).Form("header form").Press();
        Assert.Equal("/desk/en/sign-in", (await copy.Case(c, "/grant")).Path);
        Assert.Equal("/desk/en/sign-in", (await copy.Open(Prove)).Path);
    }

    [Fact]
    public async Task signs_nothing_from_a_post_that_is_over()
    {
        var c = await house.Case().Reported();
        // Somebody with charge of the tahsildar's post, whose charge ends after she has proved who she is.
        var (circle, post) = (await house.Db(db => db.Set<Official>().SingleAsync(one => one.Login == "circle.haveli")), (await house.Desk("tahsildar")).PostId);
        var holding = new PostHolding { PostHoldingId = Guid.CreateVersion7(), OfficialId = circle.OfficialId, PostId = post, FromOn = new(2026, 1, 1) };
        await house.Db(async db =>
        {
            db.Add(holding);
            await db.Save();
        });
        var browser = await house.AtPost("circle.haveli", post);
        Later();
        Assert.EndsWith("/grant", (await Proves(await browser.Case(c, "/grant"), "circle.haveli")).Path);
        await house.Db(db => db.Set<PostHolding>().Where(one => one.PostHoldingId == holding.PostHoldingId).ExecuteDeleteAsync());
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await browser.Case(c, "/grant")).Path);
        // From the post she still has she comes in, with a proof that is fresh; and the case is not hers to decide.
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(browser, "circle.haveli")).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Case(c, "/grant")).Status);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/desk/"), InlineData("/\\evil.example"), InlineData("/mh/en"), InlineData("")]
    public async Task leads_nowhere_but_to_the_desk(string outside)
    {
        var page = await (await SignedInLongAgo()).Open($"{Prove}?returnUrl={Uri.EscapeDataString(outside)}");
        Assert.Equal("/desk/en/inbox", (await Proves(page)).Path);
    }

    [Fact]
    public async Task is_done_by_a_passkey_of_hers_and_by_nobody_elses()
    {
        var c = await house.Case().Reported();
        var (hers, clerks) = (new TestAuthenticator(), new TestAuthenticator());
        await Add("tahsildar", hers);
        await Add("clerk", clerks);
        var (browser, other) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        Later();
        var asked = await browser.Case(c, "/grant");
        Assert.Equal(["That passkey was not accepted. Type the code instead."], (await Answer(asked, asked, clerks)).Problems);
        // What was asked in one sign-in is answered in no other.
        var elsewhere = await other.Case(c, "/grant");
        Assert.Equal(["This page had been open too long. Try again."], (await Answer(elsewhere, await browser.Case(c, "/grant"), hers)).Problems);
        asked = await browser.Case(c, "/grant");
        Assert.EndsWith("/grant", (await Answer(asked, asked, hers)).Path);
        Assert.Equal(Prove, (await other.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task is_asked_where_nobody_typed_a_factor_for_a_session()
    {
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        await house.Db(db => db.Set<SignIn>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, (DateTime?)null)));
        Assert.Equal(Prove, (await browser.Case(c, "/grant")).Path);
        // Nor does a time that has not come yet prove anything.
        var ahead = house.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        await house.Db(db => db.Set<SignIn>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, ahead)));
        Assert.Equal(Prove, (await browser.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task is_known_on_another_node_at_once()
    {
        var c = await house.Case().Reported();
        var browser = await SignedInLongAgo();
        await using var other = await house.SecondNode();
        var there = other.Browser(browser.Cookies);
        Assert.Equal(Prove, (await there.Case(c, "/grant")).Path);
        Assert.EndsWith("/grant", (await Proves(await browser.Case(c, "/grant"))).Path);
        Assert.EndsWith("/grant", (await there.Case(c, "/grant")).Path);
    }

    Task<DateTime?> ProvedAt() => house.Db(db => db.Set<SignIn>().OrderByDescending(one => one.ProvedAt).Select(one => one.ProvedAt).FirstAsync());

    async Task Add(string who, TestAuthenticator device)
    {
        var page = await (await house.AtDesk(who)).Open("/desk/en/account");
        await page.Form("#add-passkey").With("name", "computer").With("credential", device.Create(page["#add-passkey"].GetAttribute("data-options")!)).Press();
    }

    static Task<Page> Answer(Page page, Page asked, TestAuthenticator device) => page.Form("#passkey")
        .With("challenge", asked.Form("#passkey").Value("challenge")).With("credential", device.Get(asked["#passkey"].GetAttribute("data-options")!)).Press();
}
