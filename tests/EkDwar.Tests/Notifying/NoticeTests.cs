using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Notifying;

/// <summary>A message leaves once, as far as that can be known; where it cannot, it carries the same key again.</summary>
public sealed class A_notice : IAsyncLifetime
{
    /// <summary>Takes every message; may fall silent after taking one.</summary>
    sealed class Gateway : ISender
    {
        public List<Guid> Taken { get; } = [];
        public int SilentFor { get; set; }
        public string Channel => "sms";
        public string Provider => "tests";

        public Task<Handed> Send(Outgoing message)
        {
            Taken.Add(message.Key);
            return SilentFor-- > 0 ? throw new TimeoutException("no word came back") : Task.FromResult(new Handed("accepted"));
        }
    }

    readonly Gateway gateway = new();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(services => services.RemoveAll<ISender>().AddSingleton<ISender>(gateway));

    async Task<OutboxMessage> Submitted()
    {
        await house.OutboxDrained();
        await house.Case().Submitted();
        await house.OutboxDrained();
        return await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(message => message.Kind == "notice"));
    }

    [Fact]
    public async Task handled_again_after_a_crash_does_not_leave_again()
    {
        var message = await Submitted();
        var kept = await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleAsync(sent => sent.MessageId == message.Id));
        Assert.Equal(("sms", "accepted"), (kept.Channel, kept.Outcome));
        // The worker died before it could note that it was done.
        await house.Db(db => db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, (DateTime?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null)));
        Assert.Equal(1, await house.OutboxDrained());
        Assert.Single(gateway.Taken, key => key == message.Id);
    }

    [Fact]
    public async Task whose_gateway_fell_silent_leaves_again_under_the_same_key()
    {
        var citizen = await house.Citizen();
        await house.OutboxDrained();
        gateway.Taken.Clear();
        gateway.SilentFor = 1;
        await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        Assert.Equal(0, await house.Db(db => db.Set<PhoneMessage>().CountAsync(sent => gateway.Taken.Contains(sent.MessageId))));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.OutboxDrained();
        Assert.Equal(2, gateway.Taken.Count);
        Assert.Single(gateway.Taken.Distinct());
        Assert.Equal(1, await house.Db(db => db.Set<PhoneMessage>().CountAsync(sent => gateway.Taken.Contains(sent.MessageId))));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
