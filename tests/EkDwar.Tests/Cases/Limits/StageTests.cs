using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Outbox;
using EkDwar.Onboarding;
using EkDwar.Processing;
using EkDwar.Processing.Sharing;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases.Limits;

/// <summary>The days an office gives a post for its part: here 3 for scrutiny and 2 for verification, every day counted, sent on Monday 2 March 2026.</summary>
public sealed class The_days_of_a_stage : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        await house.Use(async (PublishService publish) => await publish.Run(StateFiles.Text("mh", TestCitizen.Service + ".yaml").Replace("version: 1\n", "version: 8\n", StringComparison.Ordinal)
            .Replace("    post: clerk\n", "    post: clerk\n    days: 3\n", StringComparison.Ordinal).Replace("    post: circle_officer\n", "    post: circle_officer\n    days: 2\n", StringComparison.Ordinal), TestCitizen.Service + ".yaml", Planted.Maharashtra));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task are_told_when_their_last_begins_to_whoever_has_the_case_still()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-04");
        Assert.Empty(await c.Told());
        // 3, 4 and 5 March are the three.
        await house.Comes("2026-03-05");
        Assert.Equal(["clerk: StageBudget"], await c.Told());
        Assert.True((await c.Forward()).IsDone);
        await house.Comes("2026-03-06");
        Assert.Equal(["clerk: StageBudget"], await c.Told());
        // 6 and 7 March are the two; the 7th is a Saturday, so Monday the 9th is the last.
        await house.Comes("2026-03-08");
        Assert.Equal(["clerk: StageBudget"], await c.Told());
        await house.Comes("2026-03-09");
        Assert.Equal(["clerk: StageBudget", "circle_officer: StageBudget"], await c.Told());
        Assert.Empty(await c.Passed());
    }

    [Fact]
    public async Task stand_with_the_clock_and_go_on_after()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-03");
        Assert.True((await c.Query()).IsDone);
        await house.Comes("2026-03-12");
        Assert.Empty(await c.Told());
        // None was used by the 3rd. The 12th counts, so do the 13th and the 14th: a Saturday, which makes Monday the 16th the last.
        Assert.True((await c.Answer()).IsDone);
        await house.Comes("2026-03-15");
        Assert.Empty(await c.Told());
        await house.Comes("2026-03-16");
        Assert.Contains("clerk: StageBudget", await c.Told());
    }

    [Fact]
    public async Task are_told_once_to_whoever_claimed_it_and_to_nobody_who_sent_it_on()
    {
        await house.SharesWork();
        var (c, sent) = (await house.Case().Submitted(), await house.Case().By(await house.Citizen()).Submitted());
        var clerk = await house.Desk("clerk", 2);
        foreach (var one in (TestCase[])[c, sent]) Assert.True((await house.Use((ClaimCase claim) => claim.Run(clerk, one.Reference))).IsDone);
        var version = (await sent.Row()).Version;
        Assert.True((await house.Use((ForwardCase forward) => forward.Run(clerk, sent.CaseId, version, "पूर्ण"))).IsDone);
        await house.Comes("2026-03-05");
        await house.Comes("2026-03-06");
        Assert.DoesNotContain(await sent.Told(), told => told.StartsWith("clerk", StringComparison.Ordinal));
        Assert.Equal(["clerk: StageBudget"], await c.Told());
        Assert.Equal((c.Reference, "StageBudget"), Assert.Single(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId))));
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == StageTimer.OutboxKind && message.DoneAt == null && message.DueAt < house.Clock.GetUtcNow().UtcDateTime).ToListAsync()));
    }
}
