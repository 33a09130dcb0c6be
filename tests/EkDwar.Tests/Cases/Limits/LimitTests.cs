using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Places;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using static EkDwar.Tests.Cases.Limits.LimitDay;

namespace EkDwar.Tests.Cases.Limits;

/// <summary>
/// The limit of an income certificate of Maharashtra, 15 days, every day counted and the first left out, sent on Monday 2 March 2026:
/// 3 March is day 1, 10 March day 8 (half of it), 14 March day 12 (80 of a hundred), 17 March, a Tuesday, day 15 and the last.
/// </summary>
public sealed class A_limit : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task warns_whoever_has_the_case_and_then_also_the_senior()
    {
        var c = await house.Case().Submitted();
        Assert.Equal(On("2026-03-17"), (await c.Row()).DueOn);
        await house.Comes("2026-03-09");
        Assert.Empty(await c.Told());
        await house.Comes("2026-03-10");
        Assert.Equal(["clerk: LimitWarning_50"], await c.Told());
        Assert.True((await c.Forward()).IsDone);
        await house.Comes("2026-03-13");
        Assert.Equal(["clerk: LimitWarning_50"], await c.Told());
        await house.Comes("2026-03-14");
        // It is with another post by now: that one is told.
        Assert.Equal(["clerk: LimitWarning_50", "circle_officer: LimitWarning_80"], await c.Told());
        await house.Comes("2026-03-16");
        Assert.Equal(2, (await c.Told()).Count);
        await house.Comes("2026-03-17");
        var told = await c.Told();
        Assert.Equal(3, told.Count);
        Assert.Contains("circle_officer: LimitWarning_100", told);
        Assert.Contains(told, one => one.EndsWith(": BelowLimitWarning_100", StringComparison.Ordinal) && !one.StartsWith("circle_officer", StringComparison.Ordinal));
        Assert.Empty(await c.Passed());
        Assert.Equal(["ApplicationSubmitted", "CaseForwarded"], (await c.Ledger()).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task that_passes_is_written_once_with_who_had_it_and_told_to_her()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        await house.Comes("2026-03-17");
        house.Clock.Advance(TimeSpan.FromHours(15));
        await house.OutboxDrained();
        // A few minutes after midnight another node's clock may still show the last day.
        Assert.Empty(await c.Passed());
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        await house.OutboxDrained();
        var passed = Assert.Single(await c.Passed());
        var clerk = await house.Desk("clerk");
        Assert.Equal((On("2026-03-17"), "mh-rts-2015", true, "policy example", 30), (passed.DueOn, passed.Act, passed.FilesItself, passed.Basis, passed.LodgeDays));
        Assert.Equal(new PostDefault(clerk.PostId, "scrutiny", clerk.OfficialId, Standing.Holder), Assert.Single(passed.Defaults));
        Assert.Equal(On("2026-03-17"), (await c.Row()).LimitPassedOn);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        var entry = (await c.Ledger())[^1];
        Assert.Equal(("LimitPassed", "system", (DateOnly?)On("2026-03-17")), (entry.Kind, entry.Actor, LedgerFacts.Parse(entry.Facts).LimitPassedOn));
        await house.OutboxDrained();
        var sent = Assert.Single(await house.Phone(), message => message.Text.Contains("झाला नाही", StringComparison.Ordinal));
        Assert.Contains("30 दिवसांत अपील करा: प्रथम अपील प्राधिकारी", sent.Text);
        Assert.True(sent.Text.Length <= 134, $"{sent.Text.Length} characters are more than two segments");
        var tracker = await (await house.BrowserOf(citizen)).Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("The last day was 17 March 2026. Nobody decided by then.", tracker.Text);
        Assert.Contains("You may appeal free of charge to: First appellate authority.", tracker.Text);
        Assert.Contains("The last day passed and nobody decided", tracker.Text);

        await house.Comes("2026-05-01");
        Assert.Single(await c.Passed());
        Assert.Empty(await c.Timers());
        Assert.True((await c.Forward()).IsDone);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task falls_on_who_held_the_post_on_its_last_day_and_not_on_who_came_after()
    {
        var c = await house.Case().Submitted();
        var clerk = await house.Desk("clerk");
        await house.Comes("2026-03-16");
        // Relieved on the 17th; the house stood still until the 25th, when somebody else held the post.
        var other = (await house.Desk("circle_officer")).OfficialId;
        await house.Db(async db =>
        {
            await db.Set<PostHolding>().Where(holding => holding.PostId == clerk.PostId).ExecuteUpdateAsync(set => set.SetProperty(holding => holding.UntilOn, On("2026-03-17")));
            db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = clerk.PostId, OfficialId = other, FromOn = On("2026-03-18") });
            await db.Save();
        });
        await house.Comes("2026-03-25");
        Assert.Equal((clerk.OfficialId, Standing.Holder), Assert.Single((await c.Passed()).Select(passed => (passed.Defaults[0].OfficialId!.Value, passed.Defaults[0].As))));
    }

    [Fact]
    public async Task of_a_vacant_post_falls_on_the_nearest_senior_who_was_there()
    {
        var c = await house.Case().Submitted();
        var (clerk, above) = (await house.Desk("clerk"), await house.Desk("circle_officer"));
        await house.Db(db => db.Set<PostHolding>().Where(holding => holding.PostId == clerk.PostId).ExecuteUpdateAsync(set => set.SetProperty(holding => holding.UntilOn, On("2026-03-10"))));
        await house.Comes("2026-03-18");
        var passed = Assert.Single(Assert.Single(await c.Passed()).Defaults);
        var seniors = await house.Use((PostsOver over) => over.Of(clerk.PostId));
        Assert.Equal((clerk.PostId, Standing.Senior), (passed.PostId, passed.As));
        Assert.NotEqual(clerk.OfficialId, passed.OfficialId);
        Assert.Contains(seniors, post => post.PostId == above.PostId || post.Designation == "tahsildar");
    }

    [Fact]
    public async Task finds_nothing_to_do_once_somebody_decided()
    {
        var granted = await house.Case().Granted();
        var refused = await house.Case().Refused();
        await house.Comes("2026-04-30");
        foreach (var c in (TestCase[])[granted, refused])
        {
            Assert.Empty(await c.Passed());
            Assert.DoesNotContain(await c.Told(), told => told.Contains("Limit", StringComparison.Ordinal));
            Assert.Empty(await c.Timers());
        }
    }

    [Fact]
    public async Task stands_while_the_applicant_is_asked_and_has_new_days_after()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-12");
        Assert.True((await c.Query()).IsDone);
        await house.Comes("2026-03-25");
        Assert.Equal(["clerk: LimitWarning_50"], await c.Told());
        Assert.Empty(await c.Timers());
        // Ten days were used by the 12th, whose evening found the question out: nine. The 25th counts again, as day 10: day 12 is the
        // 27th, day 15 the 30th of March, a Monday.
        Assert.True((await c.Answer()).IsDone);
        Assert.Equal(On("2026-03-30"), (await c.Row()).DueOn);
        await house.Comes("2026-03-26");
        Assert.Equal(["clerk: LimitWarning_50"], await c.Told());
        await house.Comes("2026-03-27");
        Assert.Equal(["clerk: LimitWarning_80"], await c.Told());
        await house.Comes("2026-03-30");
        Assert.Empty(await c.Passed());
        await house.Comes("2026-03-31");
        Assert.Equal(On("2026-03-30"), Assert.Single(await c.Passed()).DueOn);
    }
}
