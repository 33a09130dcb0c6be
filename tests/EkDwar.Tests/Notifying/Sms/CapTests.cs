using EkDwar.Notifying;
using EkDwar.Notifying.Sms;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>How much leaves in a day: so many to a number, so much money for all; codes and notices each from a purse of their own.</summary>
public sealed class The_caps_of_a_day : IAsyncLifetime
{
    Gateways gateways = null!;

    public async ValueTask InitializeAsync() => gateways = await Gateways.Open();

    public ValueTask DisposeAsync() => gateways.DisposeAsync();

    static Task<string?> Notice(TestHouse house, string to) => Sent(house, Gateways.Received(to));

    static Task<string?> Code(TestHouse house, string to) => Sent(house, Gateways.Message("one_time_code", to, "mr", ("code", "482913")));

    /// <summary>Why it did not leave; null where it did.</summary>
    static async Task<string?> Sent(TestHouse house, Outgoing message)
    {
        await house.Use((Deliveries deliveries) => deliveries.HandOver(message));
        return await house.Db(db => db.Set<PhoneMessage>().Where(kept => kept.MessageId == message.Key).Select(kept => kept.Reason).SingleAsync());
    }

    [Fact]
    public async Task stop_the_next_message_to_a_number_until_the_day_is_over_in_India()
    {
        await using var house = await gateways.House(["cdac"], limits => (limits.NoticesADay, limits.CodesADay) = (2, 1));
        for (var sent = 0; sent < 2; sent++) await Notice(house, "9800000001");
        Assert.Equal("too_many_today", await Notice(house, "9800000001"));
        // Codes are counted for themselves, and so is everybody.
        await Code(house, "9800000001");
        Assert.Equal("too_many_today", await Code(house, "9800000001"));
        await Notice(house, "9800000002");
        // 11:00 in India: midnight there is 18:30 UTC.
        house.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("too_many_today", await Notice(house, "9800000001"));
        house.Clock.Advance(TimeSpan.FromHours(1));
        await Notice(house, "9800000001");
    }

    [Fact]
    public async Task keep_a_share_for_codes_that_nothing_else_may_spend_and_they_no_more()
    {
        // Seven text messages for notices, three for codes; a notice takes two, a code one.
        await using var house = await gateways.House(["cdac"], limits => (limits.PaiseEach, limits.PaiseADay, limits.CodesPercent) = (10, 100, 30));
        for (var sent = 0; sent < 3; sent++) await Notice(house, $"980000001{sent}");
        Assert.Equal("day_spent", await Notice(house, "9800000019"));
        for (var sent = 0; sent < 3; sent++) await Code(house, $"980000002{sent}");
        Assert.Equal("day_spent", await Code(house, "9800000029"));
        Assert.Equal(6, gateways.Cdac.Messages.Count);
        house.Clock.Advance(TimeSpan.FromHours(13));
        await Notice(house, "9800000019");
    }

    [Fact]
    public async Task are_counted_from_what_left_by_another_node_too_and_each_text_message_once()
    {
        await using var house = await gateways.House(["cdac"], limits => (limits.PaiseEach, limits.PaiseADay, limits.CodesPercent) = (10, 100, 0));
        for (var sent = 0; sent < 4; sent++)
        {
            await Notice(house, $"980000003{sent}");
            // Past what is summed anew and what is settled.
            house.Clock.Advance(TimeSpan.FromMinutes(4));
        }
        // Two more, as another node would have kept them.
        await house.Db(async db =>
        {
            var one = await db.Set<PhoneMessage>().AsNoTracking().FirstAsync(message => message.Purse == SmsCaps.Notices);
            db.Add(new PhoneMessage { MessageId = Guid.CreateVersion7(), Channel = "sms", Language = "mr", Outcome = "sent", SealedTo = one.SealedTo, SealedText = one.SealedText, ToHash = "another", Purse = SmsCaps.Notices, Segments = 2, SentAt = house.Clock.GetUtcNow().UtcDateTime.AddSeconds(-6) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal("day_spent", await Notice(house, "9800000039"));
        Assert.Equal(4, gateways.Cdac.Messages.Count);
    }

    [Fact]
    public async Task are_told_once_in_the_log_when_the_money_is_spent()
    {
        var log = new KeptLines();
        await using var house = await gateways.House(["cdac"], limits => limits.PaiseADay = 0);
        var spend = new SmsSpend(log);
        for (var time = 0; time < 3; time++) spend.TellOnce(SmsCaps.Notices, new(2026, 3, 2));
        spend.TellOnce(SmsCaps.Codes, new(2026, 3, 2));
        spend.TellOnce(SmsCaps.Notices, new(2026, 3, 3));
        Assert.Equal(3, log.Lines.Count);
        Assert.Equal("day_spent", await Notice(house, "9800000040"));
    }

    sealed class KeptLines : Microsoft.Extensions.Logging.ILogger<SmsSpend>
    {
        public List<string> Lines { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel level) => true;
        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel level, Microsoft.Extensions.Logging.EventId id, TState state, Exception? exception, Func<TState, Exception?, string> words) => Lines.Add(words(state, exception));
    }
}
