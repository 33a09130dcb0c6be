using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.Notifying.Broadcasts;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Notifying.Broadcasts;

/// <summary>A broadcast to more people than one step finds: each is told once, whatever happens on the way.</summary>
public sealed class A_broadcast_to_many : IAsyncLifetime
{
    const int People = 250;

    BroadcastHouse of = null!;

    TestHouse House => of.House;

    public async ValueTask InitializeAsync()
    {
        of = await BroadcastHouse.Open();
        await of.Crowd(People, casesEach: 2);
    }

    public ValueTask DisposeAsync() => of.DisposeAsync();

    Task<int> Round(OutboxLane lane, TestHouse? node = null) => (node ?? House).Services.GetRequiredService<OutboxRound>().Run(lane, TestContext.Current.CancellationToken);

    Task<List<OutboxMessage>> Steps() => House.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(one => one.Kind == HandOutBroadcast.OutboxKind).OrderBy(one => one.Id).ToListAsync());

    [Fact]
    public async Task tells_each_once_where_a_step_is_done_again_and_two_nodes_work()
    {
        var id = await of.Approved();
        Assert.Equal(People + 1, (await of.Row(id)).People);
        var first = Assert.Single(await Steps());
        // A node had the first step and died before its claim was noted as done; another has it at the same time.
        var again = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => House.Use(async (IServiceProvider services) =>
        {
            var handler = services.GetServices<IOutboxHandler>().Single(one => one.Kind == HandOutBroadcast.OutboxKind);
            try
            {
                await handler.Handle(new() { Id = first.Id, Kind = first.Kind, Body = first.Body, Lane = first.Lane, DueAt = first.DueAt });
                return 1;
            }
            catch (NotYet)
            {
                return 0;
            }
        })));
        Assert.Contains(1, again);
        await using var other = await House.SecondNode();
        await Task.WhenAll(House.OutboxDrained(), other.OutboxDrained());
        await House.OutboxDrained();
        var messages = await of.Messages(id);
        Assert.Equal(People + 1, messages.Count);
        Assert.Equal(People + 1, messages.Select(one => one.AccountId).Distinct().Count());
        Assert.All(messages, one => Assert.True(one.Outcome is MessageOutcome.Sent or MessageOutcome.Shown));
        Assert.Equal(of.Taken.Count, of.Taken.Select(message => message.Key).Distinct().Count());
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await House.OutboxDrained();
        var row = await of.Row(id);
        Assert.Equal((BroadcastStatus.Sent, People + 1, People + 1), (row.Status, row.Handed, row.Tally.Sum(one => one.Count)));
        Assert.InRange((await Steps()).Count, 3, 8);
    }

    [Fact]
    public async Task is_stopped_by_either_official_and_what_waits_then_is_dropped()
    {
        var id = await of.Approved();
        // The first step, and a batch of those it found.
        await Round(OutboxLane.Broadcasts);
        await Round(OutboxLane.Broadcasts);
        var left = of.Taken.Count;
        Assert.InRange(left, 1, 40);
        Assert.True((await of.Stops(of.Second, id)).IsDone);
        await House.OutboxDrained();
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await House.OutboxDrained();
        Assert.Equal(left, of.Taken.Count);
        var (row, messages) = (await of.Row(id), await of.Messages(id));
        Assert.Equal((BroadcastStatus.Stopped, row.Handed), (row.Status, messages.Count));
        Assert.Equal(messages.Count - left, messages.Count(one => one is { Outcome: MessageOutcome.Dropped, Reason: DropReason.Stopped }));
        Assert.Equal($"dropped {messages.Count - left} sent {left}", row.Outcomes);
        Assert.Equal("notifying.broadcasts.answered", Assert.Single((await of.Stops(of.Writer, id)).Refusals).Code);
    }

    [Fact]
    public async Task holds_up_no_code()
    {
        var id = await of.Approved();
        await Round(OutboxLane.Broadcasts);
        Assert.InRange(await House.Db(db => db.Set<OutboxMessage>().CountAsync(one => one.Lane == OutboxLane.Broadcasts && one.DoneAt == null)), 100, 300);
        await House.Use((SendSignInCode send) => send.Run("9876500077", "mr"));
        Assert.Equal(1, await Round(OutboxLane.Codes));
        Assert.Equal("9876500077", of.Taken[^1].To);
        Assert.Equal(BroadcastStatus.GoingOut, (await of.Row(id)).Status);
    }
}
