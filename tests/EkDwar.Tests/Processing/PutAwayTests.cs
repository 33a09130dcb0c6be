using EkDwar.Cases;
using EkDwar.Processing.Inboxes;
using EkDwar.Tests.Cases.Limits;
using EkDwar.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>What is new on a desk is read there and put away; a senior is told of a case below without its opening for her.</summary>
public sealed class What_is_new_on_a_desk : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task of_a_case_below_is_told_without_a_link_and_put_away_by_its_reader_alone()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-18");
        var senior = await Senior(c);
        var browser = await house.Signed(await Login(senior), senior);
        var inbox = await browser.Open("/desk/en/inbox");
        Assert.Contains($"{c.Reference}: On a desk below yours: the last day passed and nobody decided", inbox.Text);
        Assert.False(inbox.Has($"section a[href$='/cases/{c.Reference}']"));
        var clerk = await (await house.Signed("clerk.haveli")).Open("/desk/en/inbox");
        Assert.Contains($"{c.Reference}: The last day passed and nobody decided", clerk.Text);
        // The warnings that led to it say nothing more.
        Assert.DoesNotContain("of the time limit is used", clerk.Text);

        var after = await inbox.Form("form[action*='PutAway']").Press();
        Assert.EndsWith("/inbox", after.Path);
        Assert.DoesNotContain("On a desk below yours", after.Text);
        Assert.Contains("The last day passed and nobody decided", (await (await house.Signed("clerk.haveli")).Open("/desk/en/inbox")).Text);
        Assert.Equal(c.Reference, Assert.Single(await house.Db(async db => await DeskNotice.Unseen(db, (await house.Desk("clerk")).PostId))).Reference);
    }

    [Fact]
    public async Task stays_where_another_posts_or_what_was_never_shown_is_named()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-10");
        var (clerk, other) = (await house.Desk("clerk"), await house.Desk("tahsildar"));
        foreach (var (desk, shown) in new[] { (other, $"{c.Reference} LimitWarning_50"), (clerk, $"{c.Reference} LimitWarning_80"), (clerk, $"{c.Reference} LimitPassed"), (clerk, "nothing of the kind"), (clerk, "") })
        {
            await house.Use((PutNoticesAway put) => put.Run(desk, [shown]));
            Assert.Single(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId)));
        }
        await house.Use((PutNoticesAway put) => put.Run(clerk, [$"{c.Reference} LimitWarning_50"]));
        Assert.Empty(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId)));
        // At four fifths it is told anew.
        await house.Comes("2026-03-14");
        Assert.Equal("LimitWarning_80", Assert.Single(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId))).Kind);
    }

    [Fact]
    public async Task warns_of_no_case_that_was_decided()
    {
        var c = await house.Case().Reported();
        await house.Comes("2026-03-14");
        var tahsildar = await house.Desk("tahsildar");
        Assert.Equal("LimitWarning_80", Assert.Single(await house.Db(db => DeskNotice.Unseen(db, tahsildar.PostId))).Kind);
        Assert.True((await c.Refuse()).IsDone);
        Assert.Empty(await house.Db(db => DeskNotice.Unseen(db, tahsildar.PostId)));
    }

    Task<Guid> Senior(TestCase c) => house.Db(db => db.Set<DeskNotice>().Where(notice => notice.CaseId == c.CaseId && notice.Kind == "BelowLimitPassed").Select(notice => notice.PostId).SingleAsync());

    async Task<string> Login(Guid post)
    {
        var acting = await house.Use((EkDwar.Places.Rosters rosters) => rosters.HolderOn(post, EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime)));
        return await house.Db(db => db.Set<EkDwar.People.Official>().Where(official => official.OfficialId == acting.OfficialId).Select(official => official.Login).SingleAsync());
    }
}
