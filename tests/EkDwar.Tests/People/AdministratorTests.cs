using System.Net;
using EkDwar.Onboarding;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>The administrator of the Haveli tahsil: what she sees, orders and may not, and what becomes of those she orders it for.</summary>
public sealed class The_administrator_of_an_office : IAsyncLifetime
{
    static readonly DateOnly Today = new(2026, 3, 2);

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task sees_who_holds_what_who_is_away_and_who_acts_there_and_below_and_nobody_elses()
    {
        var browser = await house.Signed("admin.haveli");
        var people = await (await browser.Open("/desk/en/inbox")).Follow("People and posts");
        Shows(people, "Awal Karkun, Haveli", "Dilip Pawar", "since 2 March 2025", "On leave until 26 March 2026", "Nilesh Kale", "Additional charge");
        Shows(people, "Despatch Clerk, Haveli", "Vacant", "Nilesh Kale", "Additional charge");
        Shows(people, "Additional Collector, Pune", "Vacant", "Nobody: give charge");
        Shows(people, "Tahsildar, Haveli", "Meera Bhosale", "Holder");
        var below = await people.Follow("Gram Panchayat Kesnand");
        Shows(below, "Gram Panchayat Clerk", "Rekha Gaikwad");
        Assert.DoesNotContain("Sub-Divisional Office Pune", people.Text);
        var above = await house.Db(db => db.Set<Office>().Where(office => office.Code == "pune_sub_division").Select(office => office.OfficeId).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{StaffWalk.People}?office={above}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(StaffWalk.Posts(await house.Post("pune_sub_division", "head_clerk")))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{StaffWalk.People}/officials/{await house.Official("headclerk.pune")}")).Status);
        // Whoever sits above sees the tahsil too.
        Assert.Contains("Tahsil Office Haveli", (await (await house.Signed("admin.pune")).Open(StaffWalk.People)).Text);
        var clerk = await (await house.Signed("clerk.haveli")).Open(StaffWalk.People);
        Assert.Equal(HttpStatusCode.Forbidden, clerk.Status);
        Assert.Contains("Your post is not one.", clerk.Text);
    }

    [Fact]
    public async Task relieves_one_and_lets_another_join_whose_sessions_follow_within_a_minute()
    {
        var (clerkPost, admin) = (await house.Post("haveli_tahsil", "clerk"), await house.Signed("admin.haveli"));
        var clerk = await house.AtDesk("clerk");
        var page = await admin.Open(StaffWalk.Posts(clerkPost));
        // A post that has its holder takes no second one.
        var twice = await page.Form("#join").With("join-login", "record.haveli").Day("join-from", Today).With("join-words", "Estt/1").Press();
        Assert.Equal(["The post has a holder on that day or later. Relieve her first."], twice.Problems);
        Assert.Equal("record.haveli", twice.Form("#join").Value("join-login"));
        var relieve = "form[id^=relieve-]";
        var form = page.Form(relieve);
        var field = form.Element.Id!;
        var done = await form.Day(field + "-until", Today.AddDays(-1)).With(field + "-words", "Estt/2 of 2 March").Press();
        Assert.Contains("Ordered. The work stays with the post.", done.Text);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await clerk.Open("/desk/en/inbox")).Path);
        Assert.Equal(["You hold no post today. Ask the administrator of your office."], (await house.SignsIn(house.Browser(), "clerk.haveli")).Problems);
        done = await (await admin.Open(StaffWalk.Posts(clerkPost))).Form("#join").With("join-login", "awal.haveli").Day("join-from", Today).With("join-words", "Estt/3 of 2 March").Press();
        Assert.Contains("The official joins the post on that day.", done.Text);
        Assert.Contains("Estt/3 of 2 March", done.Text);
        // She is on leave: the post is hers, and the awal karkun's senior-most colleague above acts.
        Assert.Equal(Standing.Senior, (await house.Use((Rosters rosters) => rosters.HolderOn(clerkPost, Today))).As);
        Assert.Equal([OfficeChangeKind.Relieved], await house.Record(await house.Official("clerk.haveli")));
    }

    [Fact]
    public async Task enters_leave_and_gives_charge_and_each_acts_on_her_days_alone()
    {
        var (circlePost, circleId, clerkId) = (await house.Post("haveli_tahsil", "circle_officer"), await house.Official("circle.haveli"), await house.Official("clerk.haveli"));
        var admin = await house.Signed("admin.haveli");
        var charge = (await admin.Open(StaffWalk.Posts(circlePost))).Form("#charge").With("charge-login", "clerk.haveli").Day("charge-from", Today).Day("charge-until", Today.AddDays(2)).With("charge-words", "Estt/4");
        Assert.Equal(["On that day the holder is there. Enter her leave first, or relieve her."], (await charge.Press()).Problems);
        var circle = await house.AtDesk("circle");
        var left = await (await admin.Open($"{StaffWalk.People}/officials/{circleId}")).Form("#leave").Day("leave-from", Today).Day("leave-until", Today.AddDays(3)).With("leave-words", "Earned leave").Press();
        Assert.Contains("The leave is entered.", left.Text);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await circle.Open("/desk/en/inbox")).Path);
        Assert.Contains("Charge was given.", (await charge.Press()).Text);
        // Only the clerk may act from the circle officer's post now, and says so as she signs in.
        var held = house.Browser();
        var choice = await house.SignsIn(held, "clerk.haveli");
        var inbox = await choice.Form().With("post", circlePost.ToString()).Press();
        Assert.Contains("Circle Officer, Haveli", inbox.TextOf(".ek-desk"));
        // On the fourth day the charge is over and the leave is not: the session ends, and the senior acts.
        house.Clock.AdvanceDays(3);
        Assert.False(await house.Use((HeldPosts posts) => posts.Has(clerkId, circlePost)));
        Assert.Equal(Standing.Senior, (await house.Use((Rosters rosters) => rosters.HolderOn(circlePost, Today.AddDays(3)))).As);
        Assert.Contains("Circle Officer, Haveli", (await house.SignsIn(house.Browser(), "naib.haveli")).Text);
        house.Clock.AdvanceDays(1);
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(house.Browser(), "circle.haveli")).Path);
        // A default of the third day is the clerk's, whoever sits there now.
        Assert.Equal(new(clerkId, Standing.Charge), await house.Use((Rosters rosters) => rosters.HolderOn(circlePost, Today.AddDays(2))));
    }

    [Fact]
    public async Task loses_a_session_in_charge_within_a_minute_of_the_holders_return()
    {
        var (awalPost, admin) = (await house.Post("haveli_tahsil", "awal_karkun"), await house.Signed("admin.haveli"));
        var charge = await house.Signed("record.haveli", awalPost);
        Assert.Equal("/desk/en/inbox", (await charge.Open("/desk/en/inbox")).Path);
        var page = await admin.Open($"{StaffWalk.People}/officials/{await house.Official("awal.haveli")}");
        var form = page.Form("form[id^=end-]");
        var field = form.Element.Id!;
        Assert.Contains("The leave ends on that day.", (await form.Day(field + "-until", Today.AddDays(-1)).With(field + "-words", "Came back early").Press()).Text);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await charge.Open("/desk/en/inbox")).Path);
        Assert.Equal("/desk/en/inbox", (await house.SignsIn(house.Browser(), "awal.haveli")).Path);
    }

    [Fact]
    public async Task orders_nothing_for_herself_for_her_own_post_or_outside_her_offices()
    {
        var admin = await house.Db(async db => await (from holding in db.Set<PostHolding>() join official in db.Set<Official>() on holding.OfficialId equals official.OfficialId
                                                      where official.Login == "admin.haveli" select new DeskSession(holding.OfficialId, holding.PostId) { SinceProof = TimeSpan.Zero }).SingleAsync());
        var clerk = await house.Desk("clerk");
        var (vacant, outside) = (await house.Post("haveli_tahsil", "additional_collector"), await house.Post("pune_sub_division", "collector"));
        var order = new StaffOrder(Today, null, "Estt/5");
        Task<string> Joins(DeskSession who, Guid post, string login) => house.Use(async (JoinPost join) => (await join.Run(who, post, login, order)).Refusals.Select(refusal => refusal.Code).FirstOrDefault() ?? "done");
        Assert.Equal("people.staff.not_yourself", await Joins(admin, vacant, "admin.haveli"));
        Assert.Equal("people.staff.not_yours", await Joins(admin, outside, "clerk.haveli"));
        Assert.Equal("people.staff.not_yours", await Joins(clerk, vacant, "circle.haveli"));
        Assert.Equal("people.staff.from_above", await Joins(admin, admin.PostId, "clerk.haveli"));
        Assert.Equal("people.staff.not_yours", await Joins(admin with { OfficialId = clerk.OfficialId }, vacant, "circle.haveli"));
        Assert.Equal("people.staff.no_such_login", await Joins(admin, vacant, "nobody.haveli"));
        Assert.Equal("done", await Joins(admin, vacant, "circle.haveli"));
        foreach (var wrong in (StaffOrder[])[order with { FromOn = Today.AddDays(-1) }, order with { FromOn = null }, order with { Words = " " }, order with { FromOn = Today.AddYears(3) }])
            Assert.NotEmpty((await house.Use((GrantLeave grant) => grant.Run(admin, clerk.OfficialId, wrong with { UntilOn = wrong.FromOn }))).Refusals);
        Assert.Equal("people.staff.not_yourself", (await house.Use((GrantLeave grant) => grant.Run(admin, admin.OfficialId, order with { UntilOn = Today }))).Refusals[0].Code);
    }

    [Fact]
    public async Task appoints_somebody_whose_password_she_never_sees()
    {
        var vacant = await house.Post("haveli_tahsil", "additional_collector");
        var admin = await house.Signed("admin.haveli");
        var form = (await admin.Open(StaffWalk.Posts(vacant))).Form("#appoint").With("appoint-local", "अनिता साने").With("appoint-english", "Anita Sane").With("appoint-words", "Appt/7").Day("appoint-from", Today);
        Assert.Equal(["Another official has this login name."], (await form.With("appoint-login", "clerk.haveli").Press()).Problems);
        var appointed = await form.With("appoint-login", "anita.sane").Press();
        var code = appointed.TextOf("#code");
        Assert.DoesNotContain(code, (await admin.Open(StaffWalk.Posts(vacant))).Text);
        Assert.Contains("wrong", (await house.SignsIn(house.Browser(), "anita.sane", SeedDemo.DemoPassword, "000000")).Problems[0]);
        Assert.Contains("Login or code is wrong", (await house.Enrols("anita.sane", "AAAAA-AAAAA", "", "kamal pustak nadi ghar")).Problems[0]);
        Assert.Contains("Choose 12 to 128 characters", (await house.Enrols("anita.sane", code, "", "anita.sane1234")).Problems[0]);
        // Typed as people type: small letters, no line.
        var done = await house.Enrols("anita.sane", code.ToLowerInvariant().Replace("-", " "), "", "kamal pustak nadi ghar");
        Assert.Contains("Done. Sign in", done.Text);
        Assert.Contains("Login or code is wrong", (await house.Enrols("anita.sane", code, "", "another long password")).Problems[0]);
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        var inbox = await house.SignsIn(house.Browser(), "anita.sane", "kamal pustak nadi ghar", await house.AuthenticatorCode("anita.sane"));
        Assert.Contains("Additional Collector, Pune", inbox.TextOf(".ek-desk"));
        Assert.Equal([OfficeChangeKind.Appointed, OfficeChangeKind.Enrolled], await house.Record(await house.Official("anita.sane")));
    }

    /// <summary>The row of a post says these words, in this order.</summary>
    static void Shows(Page page, string post, params string[] words)
    {
        var row = page.Document.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == post).TextContent;
        var at = 0;
        foreach (var word in words)
        {
            var found = row.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{post} does not say {word}: {row}");
            at = found + word.Length;
        }
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
