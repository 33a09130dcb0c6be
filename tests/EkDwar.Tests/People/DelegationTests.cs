using System.Net;
using EkDwar.Cases;
using EkDwar.People;
using EkDwar.People.Delegating;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People;

/// <summary>The tahsildar of Haveli lets her circle officer act from her desk: what he does, what he does not, and how it ends.</summary>
public sealed class A_post_that_is_delegated : IAsyncLifetime
{
    static readonly DateOnly Today = new(2026, 3, 2);
    const string Page = "/desk/en/delegate";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    [Fact]
    public async Task is_acted_from_beside_its_holder_and_signed_by_her_alone()
    {
        var c = await house.Case().Reported();
        var (tahsildar, post) = (await house.AtDesk("tahsildar"), await house.Post("haveli_tahsil", "tahsildar"));
        var page = await (await tahsildar.Open("/desk/en/inbox")).Follow("Who may act from my desk");
        Assert.Contains("Nobody but you.", page.Text);
        var done = await Gives(page, "circle.haveli", 0, 6).Press();
        Assert.Contains("Done. Your colleague finds your desk", done.Text);
        Assert.Contains("until 8 March 2026", done.Text);
        // He is told whose desk it is, and what stands there opens for him.
        var (circle, circleId) = (house.Browser(), await house.Official("circle.haveli"));
        var choice = await house.SignsIn(circle, "circle.haveli");
        Assert.Contains("by delegation of Meera Bhosale until 8 March 2026", choice.Text);
        var inbox = await choice.Form().With("post", $"{post}").Press();
        Assert.Contains("Tahsildar, Haveli", inbox.TextOf(".ek-desk"));
        Assert.Contains(c.Reference.ToString(), inbox.Text);
        Assert.Equal(HttpStatusCode.OK, (await circle.Case(c)).Status);
        // What is signed is told in words, and nothing is written.
        foreach (var signed in (string[])["/grant", "/refuse"])
        {
            var closed = await circle.Case(c, signed);
            Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
            Assert.Contains("You act from this post by delegation. Whoever holds the post or has charge of it signs this.", closed.Text);
            Assert.False(closed.Has("form[action*='grant'], form[action*='refuse']"));
        }
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        // What prepares it is his, under his own name.
        var asked = await (await circle.Case(c)).Form("#note").With("note-words", "तपासले आहे.").Press();
        Assert.True(asked.Status is HttpStatusCode.OK, asked.Text);
        var written = (await c.Ledger())[^1];
        Assert.Equal((nameof(CaseEvent.NoteWritten), post), (written.Kind, written.PostId));
        var body = (await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!.Seal.Open(written.Body, "ledger", written.Seq);
        Assert.Contains($"{circleId}", body, StringComparison.Ordinal);
        Assert.True(await house.Db(db => db.Set<Look>().AnyAsync(look => look.CaseId == c.CaseId && look.OfficialId == circleId && look.PostId == post)));
        // A default of the day falls on the holder.
        Assert.Equal(new(await house.Official("tahsildar.haveli"), Standing.Holder), await house.Use((Rosters rosters) => rosters.HolderOn(post, Today)));
        Assert.Contains(OfficeChangeKind.Delegated, await house.Record(await house.Official("circle.haveli")));
    }

    [Fact]
    public async Task is_taken_back_at_once_and_dies_with_either_post()
    {
        var (tahsildar, post, circle) = (await house.AtDesk("tahsildar"), await house.Post("haveli_tahsil", "tahsildar"), await house.Official("circle.haveli"));
        await Gives(await tahsildar.Open(Page), "circle.haveli", 0, 6).Press();
        var delegates = await house.Signed("circle.haveli", post);
        var back = await (await tahsildar.Open(Page)).Form("form[action*='handler=TakeBack']").Press();
        Assert.Contains("Taken back.", back.Text);
        Assert.Contains("Nobody but you.", back.Text);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await delegates.Open("/desk/en/inbox")).Path);
        Assert.Equal([OfficeChangeKind.Delegated, OfficeChangeKind.DelegationEnded], await house.Record(circle));
        // Given again, it ends as the circle officer is relieved of his own post.
        await Gives(await tahsildar.Open(Page), "circle.haveli", 0, 6).Press();
        Assert.True(await house.Use((HeldPosts held) => held.Has(circle, post)));
        var admin = await house.Signed("admin.haveli");
        var own = (await admin.Open(StaffWalk.Posts(await house.Post("haveli_tahsil", "circle_officer")))).Form("form[id^=relieve-]");
        await own.Day(own.Element.Id + "-until", Today.AddDays(-1)).With(own.Element.Id + "-words", "Estt/9").Press();
        Assert.False(await house.Use((HeldPosts held) => held.Has(circle, post)));
        Assert.Contains("Nobody but you.", (await tahsildar.Open(Page)).Text);
    }

    [Fact]
    public async Task is_delegated_by_its_holder_for_days_she_may_say_and_to_a_colleague()
    {
        var tahsildar = await house.Desk("tahsildar");
        var (circle, clerk, elsewhere) = (await house.Official("circle.haveli"), await house.Desk("clerk"), await house.Official("tahsildar.mulshi"));
        Task<string> Lets(DeskSession who, Guid whom, int from, int until, string words = "पूर") => house.Use(async (DelegatePost delegatePost) =>
            string.Join(" ", (await delegatePost.Run(who, whom, new(Today.AddDays(from), Today.AddDays(until), words))).Refusals.Select(refusal => refusal.Code)));
        Assert.Equal("people.delegate.nobody", await Lets(tahsildar, elsewhere, 0, 1));
        Assert.Equal("people.delegate.nobody", await Lets(tahsildar, tahsildar.OfficialId, 0, 1));
        Assert.Equal("people.delegate.too_long", await Lets(tahsildar, circle, 0, 30));
        Assert.Equal("people.staff.from_wrong", await Lets(tahsildar, circle, -1, 1));
        Assert.Equal("people.staff.words_needed", await Lets(tahsildar, circle, 0, 1, " "));
        Assert.Equal("people.delegate.prove_first", await Lets(tahsildar with { SinceProof = null }, circle, 0, 29));
        Assert.Equal("", await Lets(tahsildar, circle, 0, 29));
        Assert.Equal("people.delegate.already", await Lets(tahsildar, circle, 29, 35));
        // Neither he nor her other colleagues hand her desk on, and an administrator hands on nothing.
        Assert.Equal("people.delegate.not_holder", await Lets(tahsildar with { OfficialId = circle }, clerk.OfficialId, 0, 1));
        Assert.Equal("people.delegate.not_administrator", await Lets(await house.Desk("administrator"), circle, 0, 1));
        var given = await house.Db(db => db.Set<Delegation>().Select(one => one.DelegationId).SingleAsync());
        Assert.Equal("people.staff.not_yours", (await house.Use((TakeBackDelegation back) => back.Run(clerk, given))).Refusals[0].Code);
        Assert.Equal("people.delegate.not_holder", (await house.Use((TakeBackDelegation back) => back.Run(tahsildar with { OfficialId = circle }, given))).Refusals[0].Code);
        Assert.Equal(Today.AddDays(29), await house.Db(db => db.Set<Delegation>().Select(one => one.UntilOn).SingleAsync()));
    }

    [Fact]
    public async Task is_no_post_from_which_the_loss_of_factors_is_confirmed_or_people_are_ordered()
    {
        var (tahsildar, circle) = (await house.Desk("tahsildar"), await house.Official("circle.haveli"));
        Assert.True((await house.Use((DelegatePost delegatePost) => delegatePost.Run(tahsildar, circle, new(Today, Today, "पूर")))).IsDone);
        var admin = await house.Desk("administrator");
        var clerk = await house.Official("clerk.haveli");
        Assert.True((await house.Use((ReportLostFactors report) => report.Run(admin, clerk, new(null, null, "हरवले")))).IsDone);
        Assert.Single(await house.Use((Enrolments enrolments) => enrolments.AwaitingFrom(tahsildar)));
        Assert.Empty(await house.Use((Enrolments enrolments) => enrolments.AwaitingFrom(tahsildar with { OfficialId = circle })));
    }

    [Fact]
    public async Task says_why_where_it_is_not_hers_to_delegate_and_what_is_wrong_with_what_she_typed()
    {
        var admin = await (await house.Signed("admin.haveli")).Open(Page);
        Assert.Equal(HttpStatusCode.Forbidden, admin.Status);
        Assert.Contains("An administrator's orders about people are not delegated.", admin.Text);
        // The record keeper has charge of a post whose holder is on leave: her desk is not his to hand on.
        var charge = await (await house.Signed("record.haveli", await house.Post("haveli_tahsil", "awal_karkun"))).Open(Page);
        Assert.Equal(HttpStatusCode.Forbidden, charge.Status);
        Assert.Contains("Only the holder of a post lets others act from it.", charge.Text);
        var tahsildar = await house.AtDesk("tahsildar");
        var wrong = await Gives(await tahsildar.Open(Page), null, 0, 40).Press();
        Assert.Equal(["Choose a colleague who holds a post of your office today."], wrong.Problems);
        Assert.Equal("Estt/9", wrong.Form("#give").Value("give-words"));
        house.Clock.Advance(TimeSpan.FromMinutes(16));
        var old = await tahsildar.Open(Page);
        Assert.False(old.Has("#give"));
        Assert.Contains("returnUrl=", old["main a[href*='/prove']"].GetAttribute("href"));
    }

    Form Gives(Page page, string? login, int from, int until)
    {
        var form = page.Form("#give").Day("give-from", Today.AddDays(from)).Day("give-until", Today.AddDays(until)).With("give-words", "Estt/9");
        return login is null ? form : form.With("give-official", $"{house.Official(login).Result}");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
