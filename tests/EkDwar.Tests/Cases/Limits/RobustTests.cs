using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using static EkDwar.Tests.Cases.Limits.LimitDay;

namespace EkDwar.Tests.Cases.Limits;

/// <summary>A limit is acted on once and with its own dates, whatever becomes of the machines. The days are those of <see cref="A_limit"/>.</summary>
public sealed class A_limit_among_machines : IAsyncLifetime
{
    static readonly DateOnly Due = On("2026-03-17");

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task is_acted_on_once_by_many_workers()
    {
        var cases = new List<TestCase>();
        var citizen = await house.Citizen();
        for (var n = 0; n < 6; n++) cases.Add(await house.Case().By(citizen).Submitted());
        // Every timer twice, as after a crash.
        await house.Db(async db =>
        {
            db.AddRange(cases.Select(c => LimitTimer.First(c.Reference, Due, On("2026-03-10"))));
            await db.Save();
        });
        await using var second = await house.SecondNode();
        await using var third = await house.SecondNode();
        foreach (var day in (string[])["2026-03-10", "2026-03-14", "2026-03-17", "2026-03-18"])
        {
            house.Clock.Set(new DateTimeOffset(StateTime.StartOf(On(day)).AddHours(9), TimeSpan.Zero));
            await Task.WhenAll(((TestHouse[])[house, second, third, house]).Select(node => Task.Run(node.OutboxDrained)));
            // Whoever lost waits for the next round.
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.OutboxDrained();
        }
        foreach (var c in cases)
        {
            Assert.Equal(Due, Assert.Single(await c.Passed()).DueOn);
            Assert.Single(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == "notice" && message.Body == $"{c.Reference.Compact} LimitPassed").ToListAsync()));
            Assert.Equal(["clerk: LimitPassed", "clerk: LimitWarning_100"], (await c.Told()).Where(told => told.StartsWith("clerk", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Empty(await c.Timers());
        }
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.DeadAt != null).ToListAsync()));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_told_as_it_stands_after_three_days_asleep()
    {
        var c = await house.Case().Submitted();
        // It slept from before the 80 per cent of the 14th until the 16th.
        await house.Comes("2026-03-13");
        await house.Comes("2026-03-16");
        Assert.Equal(["clerk: LimitWarning_80"], await c.Told());
        // And over the end: nobody is warned any more of what has passed, and the day is the last one, not that of waking.
        await house.Comes("2026-03-20");
        Assert.Equal(Due, Assert.Single(await c.Passed()).DueOn);
        Assert.DoesNotContain(await c.Told(), told => told.EndsWith("_100", StringComparison.Ordinal));
        Assert.Equal(StateTime.StartOf(On("2026-03-20")).AddHours(9), (await c.Ledger())[^1].At);
    }

    [Fact]
    public async Task is_not_acted_on_again_when_the_clock_was_set_back()
    {
        var c = await house.Case().Submitted();
        await house.Comes("2026-03-14");
        await Sees(c);
        await house.Comes("2026-03-11");
        await house.Comes("2026-03-14");
        Assert.Empty(await house.Db(async db => await DeskNotice.Unseen(db, (await house.Desk("clerk")).PostId)));
        await house.Comes("2026-03-18");
        Assert.Single(await c.Passed());
        await house.Comes("2026-03-15");
        await house.Comes("2026-03-18");
        await house.Comes("2026-03-25");
        Assert.Equal(Due, Assert.Single(await c.Passed()).DueOn);
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.DeadAt != null).ToListAsync()));
    }

    [Fact]
    public async Task woken_too_early_by_a_wrong_clock_goes_on_at_its_time()
    {
        var c = await house.Case().Submitted();
        // The row is due by a clock that runs a month ahead; whoever handles it has the right one.
        await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == LimitTimer.OutboxKind).ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, message => TestClock.Start.UtcDateTime)));
        await house.OutboxDrained();
        Assert.Empty(await c.Told());
        Assert.Equal(StateTime.StartOf(On("2026-03-10")), Assert.Single(await c.Timers()).DueAt);
        await house.Comes("2026-03-10");
        Assert.Equal(["clerk: LimitWarning_50"], await c.Told());
        await house.Comes("2026-03-18");
        Assert.Single(await c.Passed());
    }

    [Fact]
    public async Task is_acted_on_once_by_nodes_whose_clocks_disagree_by_minutes()
    {
        var c = await house.Case().Submitted();
        await using var ahead = await TestHouse.On(house.Settings, _ => Task.CompletedTask);
        foreach (var (by, passed) in new[] { (TimeSpan.FromMinutes(-4), 0), (TimeSpan.FromMinutes(7), 0), (TimeSpan.FromMinutes(9), 1), (TimeSpan.FromMinutes(16), 1) })
        {
            house.Clock.Set(new DateTimeOffset(StateTime.StartOf(Due.AddDays(1)) + by, TimeSpan.Zero));
            ahead.Clock.Set(house.Clock.GetUtcNow().AddMinutes(7));
            await Task.WhenAll(Task.Run(house.OutboxDrained), Task.Run(ahead.OutboxDrained));
            Assert.Equal(passed, (await c.Passed()).Count);
        }
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.OutboxDrained();
        Assert.Equal(Due, Assert.Single(await c.Passed()).DueOn);
        // The day of the last entry is the new one on either clock.
        Assert.Equal(Due.AddDays(1), StateTime.Day((await c.Ledger())[^1].At));
    }

    [Fact]
    public async Task is_acted_on_beside_a_row_nobody_can_read()
    {
        await house.Db(async db =>
        {
            db.AddRange(Enumerable.Range(0, 30).Select(n => OutboxMessage.Of(LimitTimer.OutboxKind, $"broken{n}", TestClock.Start.UtcDateTime)));
            await db.Save();
        });
        var c = await house.Case().Submitted();
        for (var day = 10; day < 19; day++) await house.Comes(new DateOnly(2026, 3, day));
        Assert.Equal(Due, Assert.Single(await c.Passed()).DueOn);
        Assert.Equal(30, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.DeadAt != null && message.LastError == nameof(FormatException))));
    }

    [Fact]
    public async Task without_a_timer_is_found_and_gets_one()
    {
        var (late, early) = (await house.Case().Submitted(), await house.Case().By(await house.Citizen()).Submitted());
        await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == LimitTimer.OutboxKind).ExecuteDeleteAsync());
        // Of this one the date is later: it is not late.
        await house.Db(db => db.Set<Case>().Where(one => one.CaseId == early.CaseId).ExecuteUpdateAsync(set => set.SetProperty(one => one.DueOn, On("2026-04-17"))));
        await house.Comes("2026-03-17");
        Assert.Equal(0, await Missed(house));
        await house.Comes("2026-03-18");
        Assert.Empty(await late.Passed());
        await using var second = await house.SecondNode();
        await Task.WhenAll(Task.Run(() => Missed(house)), Task.Run(() => Missed(second)));
        Assert.Equal(0, await Missed(house));
        Assert.Single(await late.Timers());
        await house.OutboxDrained();
        Assert.Equal(Due, Assert.Single(await late.Passed()).DueOn);
        Assert.Empty(await early.Passed());
        Assert.Equal(0, await Missed(house));
        Assert.Single(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.Kind == LimitTimer.OutboxKind).ToListAsync()));
    }

    static Task<int> Missed(TestHouse node) => node.Use((SetMissedTimers missed) => missed.Run());

    async Task Sees(TestCase c)
    {
        var clerk = await house.Desk("clerk");
        Assert.NotEmpty(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId)));
        Assert.True((await house.Use((LookAtCase look) => look.Run(clerk, c.Reference, LookBook.Whole))).IsDone);
        Assert.Empty(await house.Db(db => DeskNotice.Unseen(db, clerk.PostId)));
    }
}
