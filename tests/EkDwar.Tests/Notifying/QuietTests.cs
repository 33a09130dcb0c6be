using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Notifying;

/// <summary>Nobody is woken by what she does not wait for; what she asked for just now leaves at any hour.</summary>
public sealed class The_night : IAsyncLifetime
{
    sealed class Gateway : ISender
    {
        public List<Outgoing> Taken { get; } = [];
        public string Channel => CodeChannels.Sms;
        public string Provider => "tests";

        public Task<Handed> Send(Outgoing message)
        {
            Taken.Add(message);
            return Task.FromResult(new Handed(MessageOutcome.Sent));
        }
    }

    // 2 March 2026, 22:30 in India.
    static readonly DateTimeOffset Night = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero), Morning = new(2026, 3, 3, 2, 30, 0, TimeSpan.Zero);

    readonly Gateway gateway = new();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(services => services.RemoveAll<ISender>().AddSingleton<ISender>(gateway));

    [Fact]
    public async Task keeps_the_offices_question_until_the_morning_and_her_own_acknowledgement_not_at_all()
    {
        house.Clock.Set(Night);
        var c = await house.Case().Submitted();
        await house.OutboxDrained();
        Assert.Contains(gateway.Taken, message => message.Template == "one_time_code");
        Assert.Single(gateway.Taken, message => message.Template.StartsWith("ApplicationSubmitted", StringComparison.Ordinal));
        await c.Query();
        await house.OutboxDrained();
        Assert.DoesNotContain(gateway.Taken, message => message.Template == "QueryRaised");
        var waits = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Kind == OutboxMessage.Notice && m.DoneAt == null));
        Assert.Equal((Morning.UtcDateTime, 0), (waits.DueAt, waits.Attempts));
        house.Clock.Set(Morning.AddSeconds(-1));
        await house.OutboxDrained();
        Assert.DoesNotContain(gateway.Taken, message => message.Template == "QueryRaised");
        house.Clock.Set(Morning);
        await house.OutboxDrained();
        Assert.Single(gateway.Taken, message => message.Template == "QueryRaised");
    }

    [Theory]
    [InlineData(20, 59, null), InlineData(21, 0, 11.0), InlineData(23, 59, 8.0 + (1 / 60.0)), InlineData(0, 0, 8.0), InlineData(7, 59, 1 / 60.0), InlineData(8, 0, null)]
    public void ends_at_its_hour_of_the_right_day(int hour, int minute, double? hours)
    {
        var at = new DateTimeOffset(2026, 3, 2, hour, minute, 0, TimeSpan.FromHours(5.5)).UtcDateTime;
        var end = new QuietRules { FromHour = 21, UntilHour = 8, Source = "example" }.EndAfter(at);
        Assert.Equal(hours is { } wait ? Math.Round(wait * 60) : -1, end is { } until ? Math.Round((until - at).TotalMinutes) : -1);
    }

    [Fact]
    public async Task lets_no_code_leave_that_nobody_can_use_any_more()
    {
        await house.Use((SendSignInCode send) => send.Run("9876500009", "en"));
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.OutboxDrained();
        Assert.DoesNotContain(gateway.Taken, message => message.To == "9876500009");
        var dropped = await house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleAsync(message => message.Outcome == MessageOutcome.Dropped));
        Assert.Equal(DropReason.Expired, dropped.Reason);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
