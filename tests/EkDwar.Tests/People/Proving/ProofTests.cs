using System.Net;
using EkDwar.Cases;
using EkDwar.People;
using EkDwar.People.SignIns;
using EkDwar.Places;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People.Proving;

/// <summary>What is taken for a proof before signing, how often, in which sign-in, and for how long.</summary>
public sealed class A_proof_before_signing(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Wrong = "That code is wrong or was used already. Type the one shown now.";

    readonly TestHouse house = shared.House;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // What one test locked, no other finds locked.
    public async ValueTask DisposeAsync() => await house.Db(db => db.Set<Official>().ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedUntil, (DateTime?)null).SetProperty(one => one.FailedTries, 0)));

    [Fact]
    public async Task takes_a_code_once_and_in_any_digits()
    {
        var c = await house.Case().Reported();
        var (first, second) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        house.ProofsGrowOld();
        var code = await house.AuthenticatorCode(Proofs.Tahsildar);
        var devanagari = string.Concat(code.Select(digit => (char)('०' + (digit - '0'))));
        Assert.EndsWith("/grant", (await (await first.Case(c, "/grant")).Form("#code-form").With("code", devanagari).Press()).Path);
        // Seen over her shoulder, it is worth nothing in another sign-in.
        var asked = await second.Case(c, "/grant");
        var replayed = await asked.Form("#code-form").With("code", code).Press();
        Assert.Equal([Wrong], replayed.Problems);
        Assert.Equal("", replayed.Form("#code-form").Value("code"));
        Assert.Equal(Proofs.Address, (await second.Case(c, "/grant")).Path);
        // Nor later in the same.
        house.ProofsGrowOld();
        Assert.Equal([Wrong], (await (await first.Case(c, "/grant")).Form("#code-form").With("code", code).Press()).Problems);
        Assert.Equal(Proofs.Address, (await first.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task pressed_twice_or_come_back_to_is_answered_as_the_first_time_and_lasts_no_longer()
    {
        var c = await house.Case().Reported();
        var browser = await house.SignedInLongAgo();
        var form = (await browser.Case(c, "/grant")).Form("#code-form").With("code", await house.AuthenticatorCode(Proofs.Tahsildar));
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
        var browser = await house.SignedInLongAgo();
        var page = await browser.Open(Proofs.Address);
        for (var n = 0; n < 10; n++)
        {
            page = await page.Form("#code-form").With("code", "000000").Press();
            Assert.Equal((HttpStatusCode.UnprocessableEntity, Wrong), (page.Status, Assert.Single(page.Problems)));
        }
        string[] locked = ["Too many wrong tries. Wait fifteen minutes."];
        Assert.Equal(locked, (await page.Form("#code-form").With("code", await house.AuthenticatorCode(Proofs.Tahsildar)).Press()).Problems);
        Assert.Equal(locked, (await house.SignsIn(house.Browser(), Proofs.Tahsildar)).Problems);
    }

    [Fact]
    public async Task counts_for_this_sign_in_alone_and_ends_with_it()
    {
        var c = await house.Case().Reported();
        var (here, there) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        house.ProofsGrowOld();
        Assert.EndsWith("/grant", (await house.Proves(await here.Case(c, "/grant"))).Path);
        Assert.Equal(Proofs.Address, (await there.Case(c, "/grant")).Path);
        var copy = house.Browser(here.Cookies);
        Assert.EndsWith("/grant", (await copy.Case(c, "/grant")).Path);
        await (await here.Open("/desk/en/inbox")).Form("header form").Press();
        Assert.Equal("/desk/en/sign-in", (await copy.Case(c, "/grant")).Path);
        Assert.Equal("/desk/en/sign-in", (await copy.Open(Proofs.Address)).Path);
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
        house.ProofsGrowOld();
        Assert.EndsWith("/grant", (await house.Proves(await browser.Case(c, "/grant"), "circle.haveli")).Path);
        await house.Db(db => db.Set<PostHolding>().Where(one => one.PostHoldingId == holding.PostHoldingId).ExecuteDeleteAsync());
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await browser.Case(c, "/grant")).Path);
        // From the post she still has she comes in, with a proof that is fresh; and the case is not hers to decide.
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(browser, "circle.haveli")).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Case(c, "/grant")).Status);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }

    [Fact]
    public async Task is_done_by_a_passkey_of_hers_and_by_nobody_elses()
    {
        var c = await house.Case().Reported();
        var (hers, clerks) = (new TestAuthenticator(), new TestAuthenticator());
        await Add("tahsildar", hers);
        await Add("clerk", clerks);
        var (browser, other) = (await house.AtDesk("tahsildar"), await house.AtDesk("tahsildar"));
        house.ProofsGrowOld();
        var asked = await browser.Case(c, "/grant");
        Assert.Equal(["That passkey was not accepted. Type the code instead."], (await Answer(asked, asked, clerks)).Problems);
        // What was asked in one sign-in is answered in no other.
        var elsewhere = await other.Case(c, "/grant");
        Assert.Equal(["This page had been open too long. Try again."], (await Answer(elsewhere, await browser.Case(c, "/grant"), hers)).Problems);
        asked = await browser.Case(c, "/grant");
        Assert.EndsWith("/grant", (await Answer(asked, asked, hers)).Path);
        Assert.Equal(Proofs.Address, (await other.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task is_asked_where_nobody_typed_a_factor_for_a_session()
    {
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        await house.Db(db => db.Set<SignIn>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, (DateTime?)null)));
        Assert.Equal(Proofs.Address, (await browser.Case(c, "/grant")).Path);
        // Nor does a time that has not come yet prove anything.
        var ahead = house.Clock.GetUtcNow().UtcDateTime.AddHours(1);
        await house.Db(db => db.Set<SignIn>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, ahead)));
        Assert.Equal(Proofs.Address, (await browser.Case(c, "/grant")).Path);
    }

    [Fact]
    public async Task is_known_on_another_node_at_once()
    {
        var c = await house.Case().Reported();
        var browser = await house.SignedInLongAgo();
        await using var other = await house.SecondNode();
        var there = other.Browser(browser.Cookies);
        Assert.Equal(Proofs.Address, (await there.Case(c, "/grant")).Path);
        Assert.EndsWith("/grant", (await house.Proves(await browser.Case(c, "/grant"))).Path);
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
