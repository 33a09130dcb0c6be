using System.Net;
using EkDwar.Onboarding;
using EkDwar.People.Desk;
using EkDwar.People.Staff;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>An official who lost her passkeys and her authenticator: helped by two people, neither of whom can be her, or take her place.</summary>
public sealed class An_official_who_lost_every_factor : IAsyncLifetime
{
    const string Password = "chandra tara dongar vara";

    TestHouse house = null!;
    Guid clerk;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        clerk = await house.Official("clerk.haveli");
    }

    [Fact]
    public async Task is_helped_by_two_and_enrols_once()
    {
        var old = await house.AtDesk("clerk");
        var first = (await Report(await house.Signed("admin.haveli"))).TextOf("#code");
        // Until somebody has confirmed, nothing ends and half a code opens nothing.
        Assert.Equal("/desk/en/inbox", (await old.Open("/desk/en/inbox")).Path);
        Assert.Contains("wrong", (await house.Enrols("clerk.haveli", first, "", Password)).Problems[0]);
        var senior = await house.Signed("tahsildar.haveli");
        var waiting = await senior.Open(StaffWalk.People);
        Assert.Contains("Sunita Kamble", waiting.TextOf("main"));
        Assert.Contains("Phone stolen; she came in person", waiting.Text);
        var confirmed = await waiting.Form().Press();
        var second = confirmed.TextOf("#code");
        Assert.Equal(HttpStatusCode.NotFound, (await waiting.Form().Press()).Status);

        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await old.Open("/desk/en/inbox")).Path);
        Assert.Contains("wrong", (await house.SignsIn(house.Browser(), "clerk.haveli")).Problems[0]);
        // Neither of the two has the whole code, and one half twice is not the whole.
        foreach (var (one, other) in new[] { (first, ""), (first, first), (second, second), (second, first) })
            Assert.Contains("wrong", (await house.Enrols("clerk.haveli", one, other, Password)).Problems[0]);
        Assert.Contains("Done. Sign in", (await house.Enrols("clerk.haveli", first, second, Password)).Text);
        Assert.Contains("wrong", (await house.Enrols("clerk.haveli", first, second, Password)).Problems[0]);

        house.Clock.Advance(TimeSpan.FromSeconds(30));
        var browser = house.Browser();
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(browser, "clerk.haveli", Password, await house.AuthenticatorCode("clerk.haveli"))).Path);
        var account = await browser.Open("/desk/en/account");
        foreach (var told in (string[])["Loss of passkeys and authenticator reported", "Loss confirmed", "Password and authenticator set by the official", "Kavita Joshi", "Meera Bhosale"]) Assert.Contains(told, account.Text);
        Assert.Equal([OfficeChangeKind.FactorsReportedLost, OfficeChangeKind.FactorsEnded, OfficeChangeKind.Enrolled], await house.Record(clerk));
    }

    [Fact]
    public async Task loses_her_passkeys_with_the_rest_and_somebody_recognised_before_comes_in_no_more()
    {
        var circle = (await house.Desk("circle_officer")).PostId;
        await house.Db(async db =>
        {
            db.Add(new Passkey { PasskeyId = Guid.CreateVersion7(), OfficialId = clerk, CredentialId = "lost", PublicKey = [1], Name = "Lost key", AddedAt = house.Clock.GetUtcNow().UtcDateTime });
            db.Add(new EkDwar.Places.PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = circle, OfficialId = clerk, FromOn = new(2026, 1, 1) });
            await db.Save();
        });
        var thief = house.Browser();
        var choice = await house.SignsIn(thief, "clerk.haveli");
        Assert.True(choice.Has("input[name=post]"));
        await Report(await house.Signed("admin.haveli"));
        await (await (await house.Signed("tahsildar.haveli")).Open(StaffWalk.People)).Form().Press();
        Assert.Equal(0, await house.Db(db => db.Set<Passkey>().CountAsync(passkey => passkey.OfficialId == clerk)));
        await choice.Form().With("post", circle.ToString()).Press();
        Assert.Equal("/desk/en/sign-in", (await thief.Open("/desk/en/inbox")).Path);
    }

    [Fact]
    public async Task is_confirmed_by_nobody_who_asked_nobody_below_and_not_by_herself()
    {
        await Report(await house.Signed("admin.haveli"));
        var enrolment = await house.Db(db => db.Set<Enrolment>().AsNoTracking().SingleAsync());
        foreach (var who in (string[])["admin.haveli", "circle.haveli", "clerk.haveli", "headclerk.pune"])
        {
            var session = await Session(who);
            Assert.Equal([StaffDesk.NotYours], (await house.Use((ConfirmLostFactors confirm) => confirm.Run(session, enrolment.EnrolmentId))).Refusals);
        }
        Assert.DoesNotContain("Confirm, and end", (await (await house.Signed("admin.haveli")).Open(StaffWalk.People)).Text);
        // Nor may one report her own loss, or that of somebody elsewhere.
        var (admin, words) = (await Session("admin.haveli"), new StaffOrder(null, null, "mine"));
        Assert.Equal([StaffDesk.NotYourself], (await house.Use((ReportLostFactors report) => report.Run(admin, admin.OfficialId, words))).Refusals);
        var elsewhere = await house.Official("headclerk.pune");
        Assert.Equal([StaffDesk.NotYours], (await house.Use((ReportLostFactors report) => report.Run(admin, elsewhere, words))).Refusals);
        // The administrator of the office above may.
        var above = await Session("admin.pune");
        Assert.True((await house.Use((ConfirmLostFactors confirm) => confirm.Run(above, enrolment.EnrolmentId))).IsDone);
    }

    [Fact]
    public async Task has_a_day_and_ten_tries()
    {
        var first = (await Report(await house.Signed("admin.haveli"))).TextOf("#code");
        var second = (await (await (await house.Signed("tahsildar.haveli")).Open(StaffWalk.People)).Form().Press()).TextOf("#code");
        for (var n = 0; n < 10; n++) await house.Enrols("clerk.haveli", "AAAAA-AAAAA", second, Password);
        Assert.Contains("wrong", (await house.Enrols("clerk.haveli", first, second, Password)).Problems[0]);
        await house.Db(db => db.Set<Enrolment>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Tries, 0)));
        var begun = await (await house.Browser().Open("/desk/en/enrol")).Form("#enrol").With("login", "clerk.haveli").With("first", first).With("second", second).Press();
        house.Clock.AdvanceDays(1);
        Assert.Contains("This enrolment is over.", (await house.Chooses(begun, Password, Password)).Problems[0]);
        Assert.Contains("wrong", (await house.Enrols("clerk.haveli", first, second, Password)).Problems[0]);
    }

    [Fact]
    public async Task says_that_she_lost_nothing_and_nothing_ends()
    {
        await Report(await house.Signed("admin.haveli"));
        var browser = house.Browser();
        var account = await house.SignsIn(browser, "clerk.haveli");
        Assert.Equal("/desk/en/account", account.Path);
        Assert.Contains("Phone stolen; she came in person", account.Text);
        Assert.Contains("Stopped. Your password", (await account.Form("#keep").Press()).Text);
        Assert.DoesNotContain("Sunita Kamble", (await (await house.Signed("tahsildar.haveli")).Open(StaffWalk.People)).TextOf("main"));
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(house.Browser(), "clerk.haveli", SeedDemo.DemoPassword, await Next())).Path);
        Assert.Equal([OfficeChangeKind.FactorsReportedLost, OfficeChangeKind.FactorsKept], await house.Record(clerk));
    }

    async Task<string> Next()
    {
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        return await house.AuthenticatorCode("clerk.haveli");
    }

    async Task<Page> Report(Browser admin) =>
        await (await admin.Open($"{StaffWalk.People}/officials/{clerk}")).Form("#lost").With("lost-words", "Phone stolen; she came in person").Press();

    Task<EkDwar.People.DeskSession> Session(string login) => house.Db(async db => await (
        from holding in db.Set<EkDwar.Places.PostHolding>()
        join official in db.Set<EkDwar.People.Official>() on holding.OfficialId equals official.OfficialId
        where official.Login == login
        select new EkDwar.People.DeskSession(holding.OfficialId, holding.PostId)).FirstAsync());

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
