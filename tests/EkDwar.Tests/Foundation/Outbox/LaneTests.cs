using System.Collections.Concurrent;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Repeating;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EkDwar.Tests.Foundation.Outbox;

/// <summary>What waits behind what: nothing of one lane behind anything of another.</summary>
public sealed class A_lane
{
    sealed class Gate
    {
        public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Quick { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ConcurrentQueue<string> Done { get; } = [];
    }

    sealed class Slow(Gate gate) : IOutboxHandler
    {
        public string Kind => "slow";

        public async Task Handle(OutboxMessage message)
        {
            gate.Stalled.TrySetResult();
            await gate.Opened.Task;
            gate.Done.Enqueue(message.Body);
        }
    }

    sealed class Quick(Gate gate) : IOutboxHandler
    {
        public string Kind => "quick";

        public Task Handle(OutboxMessage message)
        {
            gate.Done.Enqueue(message.Body);
            gate.Quick.TrySetResult();
            return Task.CompletedTask;
        }
    }

    sealed class Later : IOutboxHandler
    {
        public static readonly TimeSpan Wait = TimeSpan.FromHours(9);

        public string Kind => "later";

        public Task Handle(OutboxMessage message) => message.DueAt < TestClock.Start.UtcDateTime + Wait ? throw new NotYet(TestClock.Start.UtcDateTime + Wait) : Task.CompletedTask;
    }

    readonly Gate gate = new();

    Task<TestHouse> House() => TestHouse.Open(services => services.AddSingleton(gate).AddScoped<IOutboxHandler, Slow>().AddScoped<IOutboxHandler, Quick>().AddScoped<IOutboxHandler, Later>());

    static Task Put(TestHouse house, IEnumerable<OutboxMessage> messages) => house.Db(async db =>
    {
        db.AddRange(messages);
        await db.Save();
    });

    [Fact]
    public async Task that_stalls_or_is_flooded_holds_up_no_other()
    {
        await using var house = await House();
        var now = house.Clock.GetUtcNow().UtcDateTime;
        await Put(house, Enumerable.Range(0, 300).Select(i => OutboxMessage.Of("slow", $"{i}", now.AddHours(-1), OutboxLane.Broadcasts)));
        var round = house.Services.GetRequiredService<OutboxRound>();
        var lanes = Enum.GetValues<OutboxLane>().Select(lane => new RepeatedWork($"{lane}", TimeSpan.FromMilliseconds(250), stopping => round.Drain(lane, stopping), NullLogger<RepeatedWork>.Instance)).ToList();
        foreach (var lane in lanes) await lane.StartedAsync(TestContext.Current.CancellationToken);
        try
        {
            await gate.Stalled.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            await Put(house, [OutboxMessage.Of("quick", "a code", now, OutboxLane.Codes)]);
            await gate.Quick.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.Equal(["a code"], gate.Done);
        }
        finally
        {
            var stopping = lanes.Select(lane => lane.StopAsync(TestContext.Current.CancellationToken)).ToList();
            gate.Opened.TrySetResult();
            await Task.WhenAll(stopping);
            lanes.ForEach(lane => lane.Dispose());
        }
    }

    [Fact]
    public async Task is_where_each_kind_of_message_was_put()
    {
        await using var house = await House();
        var c = await house.Case().Submitted();
        await house.Use((SendSignInCode send) => send.Run("9876500001", "en"));
        var lanes = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Select(m => new { m.Kind, m.Lane }).Distinct().ToListAsync());
        Assert.Equal(OutboxLane.Codes, lanes.Single(one => one.Kind == OneTimeCodes.OutboxKind).Lane);
        Assert.Equal(OutboxLane.Notices, lanes.Single(one => one.Kind == OutboxMessage.Notice).Lane);
        Assert.All(lanes.Where(one => one.Kind is not (OneTimeCodes.OutboxKind or OutboxMessage.Notice)), one => Assert.Equal(OutboxLane.Work, one.Lane));
    }

    [Fact]
    public async Task keeps_what_may_not_be_handled_yet_without_counting_a_try()
    {
        await using var house = await House();
        await Put(house, [OutboxMessage.Of("later", "in the morning", house.Clock.GetUtcNow().UtcDateTime)]);
        await house.OutboxDrained();
        Task<OutboxMessage> Message() => house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Kind == "later"));
        var waits = await Message();
        Assert.Equal((0, null, null, TestClock.Start.UtcDateTime + Later.Wait), (waits.Attempts, waits.LastError, waits.DoneAt, waits.DueAt));
        house.Clock.Advance(Later.Wait);
        await house.OutboxDrained();
        Assert.Equal((1, true), ((await Message()).Attempts, (await Message()).DoneAt is not null));
    }
}
