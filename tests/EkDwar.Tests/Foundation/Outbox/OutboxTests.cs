using System.Collections.Concurrent;
using EkDwar.Delivering;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Foundation.Outbox;

/// <summary>Work after a commit: done once by whoever comes first, tried again when it fails, never lost with its worker.</summary>
public sealed class The_outbox
{
    sealed class Record
    {
        public ConcurrentDictionary<string, int> Times { get; } = new();

        /// <summary>What else happens while a message is handled.</summary>
        public Func<string, Task>? During { get; set; }
    }

    sealed class Recorder(Record record) : IOutboxHandler
    {
        public string Kind => "test";

        public async Task Handle(OutboxMessage message)
        {
            record.Times.AddOrUpdate(message.Body, 1, (_, times) => times + 1);
            if (record.During is { } during) await during(message.Body);
            await Done(message);
        }

        static Task Done(OutboxMessage message)
        {
            return message.Body.StartsWith("bad", StringComparison.Ordinal) ? throw new TimeoutException("the gateway does not answer") : Task.CompletedTask;
        }
    }

    readonly Record record = new();

    Task<TestHouse> House() => TestHouse.Open(services => services.AddSingleton(record).AddScoped<IOutboxHandler, Recorder>());

    static Task Put(TestHouse house, params string[] bodies) => house.Db(async db =>
    {
        db.AddRange(bodies.Select(body => OutboxMessage.Of("test", body, house.Clock.GetUtcNow().UtcDateTime)));
        await db.Save();
    });

    static Task<OutboxMessage> Message(TestHouse house, string body) => house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Body == body));

    [Fact]
    public async Task hands_each_of_a_thousand_to_one_of_four_workers()
    {
        await using var house = await House();
        await Put(house, [.. Enumerable.Range(0, 1000).Select(i => $"{i}")]);
        var handled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            while (await house.Db(db => db.Set<OutboxMessage>().AnyAsync(m => m.DoneAt == null))) done += await house.OutboxDrained();
            return done;
        })));
        Assert.Equal(1000, record.Times.Count);
        Assert.All(record.Times.Values, times => Assert.Equal(1, times));
        Assert.Equal(1000, handled.Sum());
        Assert.All(await house.Db(db => db.Set<OutboxMessage>().Where(m => m.Kind == "test").Select(m => m.Attempts).ToListAsync()), tries => Assert.Equal(1, tries));
    }

    [Fact]
    public async Task tries_again_by_its_table_and_leaves_the_dead_to_a_person()
    {
        await using var house = await House();
        await Put(house, "bad", "good 1", "good 2");
        Assert.Equal(3, await house.OutboxDrained());
        Assert.Equal((1, 1, 1), (record.Times["bad"], record.Times["good 1"], record.Times["good 2"]));
        int[] seconds = [5, 30, 120, 600, 3600, 4 * 3600, 12 * 3600];
        foreach (var (wait, index) in seconds.Select((wait, index) => (wait, index)))
        {
            Assert.Null((await Message(house, "bad")).DeadAt);
            house.Clock.Advance(TimeSpan.FromSeconds(wait - 1));
            Assert.Equal(0, await house.OutboxDrained());
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await house.OutboxDrained());
            Assert.Equal(index + 2, record.Times["bad"]);
        }
        var dead = await Message(house, "bad");
        Assert.Equal((8, "TimeoutException", true, true), (dead.Attempts, dead.LastError, dead.DeadAt is not null, dead.DoneAt is null));
        house.Clock.AdvanceDays(30);
        Assert.Equal(0, await house.OutboxDrained());
    }

    [Fact]
    public async Task keeps_a_timer_until_its_time()
    {
        await using var house = await House();
        await house.Db(async db =>
        {
            db.Add(OutboxMessage.Of("test", "timer", house.Clock.GetUtcNow().UtcDateTime.AddDays(15)));
            await db.Save();
        });
        house.Clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await house.OutboxDrained());
        house.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await house.OutboxDrained());
        Assert.Equal(1, record.Times["timer"]);
    }

    [Fact]
    public async Task takes_up_what_a_dead_worker_held()
    {
        await using var house = await House();
        await Put(house, "held");
        var until = house.Clock.GetUtcNow().UtcDateTime.AddMinutes(5);
        await house.Db(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, until).SetProperty(m => m.Attempts, 1)));
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await house.OutboxDrained());
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await house.OutboxDrained());
        Assert.NotNull((await Message(house, "held")).DoneAt);
    }

    [Fact]
    public async Task keeps_what_it_claimed_while_the_one_before_takes_long()
    {
        await using var house = await House();
        await Put(house, "case 1", "case 2");
        record.During = async body =>
        {
            house.Clock.Advance(TimeSpan.FromMinutes(4));
            // Another worker comes round: of the first claim a minute is left, and the second was renewed.
            if (body == "case 2") Assert.Equal(0, await house.OutboxDrained());
        };
        Assert.Equal(2, await house.OutboxDrained());
        Assert.Equal((1, 1), (record.Times["case 1"], record.Times["case 2"]));
        Assert.All(await house.Db(db => db.Set<OutboxMessage>().Where(m => m.Kind == "test").ToListAsync()), message => Assert.NotNull(message.DoneAt));
    }

    [Fact]
    public async Task leaves_to_another_worker_what_that_one_took_up()
    {
        await using var house = await House();
        await Put(house, "case 1", "case 2");
        record.During = async body =>
        {
            if (body != "case 1" || record.Times["case 1"] > 1) return;
            house.Clock.Advance(TimeSpan.FromMinutes(6));
            await house.OutboxDrained();
        };
        await house.OutboxDrained();
        // The first was taken for dead, which at-least-once allows; the second was done by whoever came, and by nobody after.
        Assert.Equal((2, 1), (record.Times["case 1"], record.Times["case 2"]));
    }

    [Fact]
    public async Task does_what_is_about_one_case_in_the_order_in_which_it_is_due()
    {
        await using var house = await House();
        var seen = new ConcurrentQueue<string>();
        record.During = body =>
        {
            seen.Enqueue(body);
            return Task.CompletedTask;
        };
        await house.Db(async db =>
        {
            db.AddRange(Enumerable.Range(0, 60).Select(i => OutboxMessage.Of("test", $"case{i % 3} {i / 3:00}", house.Clock.GetUtcNow().UtcDateTime.AddSeconds(i - 60))));
            await db.Save();
        });
        Assert.Equal(60, await house.OutboxDrained());
        foreach (var about in seen.GroupBy(body => body[..5])) Assert.Equal(about.Order(StringComparer.Ordinal), about);
    }

    [Fact]
    public async Task asked_again_for_a_certificate_makes_no_second()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Granted();
        for (var i = 0; i < 3; i++)
        {
            await house.Db(async db =>
            {
                db.Add(OutboxMessage.Of(IssueCertificate.OutboxKind, c.Reference.Compact, house.Clock.GetUtcNow().UtcDateTime));
                await db.Save();
            });
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(house.OutboxDrained)));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.OutboxDrained();
        Assert.Single(await c.Certificates());
        Assert.Single(await c.Ledger(), entry => entry.Kind == "CertificateIssued");
        // What is to be looked at tomorrow waits until then.
        Assert.All(await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.DueAt <= house.Clock.GetUtcNow().UtcDateTime).ToListAsync()), m => Assert.NotNull(m.DoneAt));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }
}
