using EkDwar.Foundation.Outages;
using EkDwar.Notifying;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EkDwar.Tests.Notifying;

/// <summary>Two who carry one channel: the second takes over where that cannot have the message leave twice.</summary>
public sealed class A_second_provider
{
    sealed class Carrier(string name) : ISender
    {
        public Func<Exception?> Fails { get; set; } = () => null;
        public int Asked { get; private set; }
        public string Channel => "sms";
        public string Provider => name;

        public Task<Handed> Send(Outgoing message)
        {
            Asked++;
            return Fails() is { } fault ? Task.FromException<Handed>(fault) : Task.FromResult(new Handed("sent") { ProviderId = $"{name}-1" });
        }
    }

    static readonly Outgoing Message = new(Guid.CreateVersion7(), "9800000001", "text", "en");

    readonly TestClock clock = new();
    readonly Carrier first = new("first"), second = new("second");
    readonly Providers providers;

    public A_second_provider() => providers = new([new DevelopmentSender("sms"), first, second], new ProviderRests(clock),
        new OutageBook(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<OutageBook>.Instance), NullLogger<Providers>.Instance);

    [Fact]
    public async Task is_asked_when_the_first_cannot_and_not_when_it_can()
    {
        Assert.Equal(new Answer("first", "sent", "first-1"), await providers.Hand(Message));
        first.Fails = () => new InvalidOperationException("503");
        Assert.Equal(new Answer("second", "sent", "second-1"), await providers.Hand(Message));
        Assert.Equal((2, 1), (first.Asked, second.Asked));
    }

    [Fact]
    public async Task is_not_asked_for_what_the_first_will_never_take()
    {
        first.Fails = () => new NeverTaken("no_such_address");
        Assert.Equal(new Answer("first", "failed", null, "no_such_address"), await providers.Hand(Message));
        Assert.Equal(0, second.Asked);
    }

    [Fact]
    public async Task is_not_asked_for_what_may_have_left()
    {
        foreach (var silence in (Exception[])[new MayHaveLeft(), new TimeoutException(), new TaskCanceledException(), new HttpRequestException(HttpRequestError.ResponseEnded)])
        {
            first.Fails = () => silence;
            Assert.Same(silence, await Assert.ThrowsAnyAsync<Exception>(() => providers.Hand(Message)));
            first.Fails = () => null;
            await providers.Hand(Message);
        }
        Assert.Equal(0, second.Asked);
    }

    [Fact]
    public async Task is_asked_first_while_one_that_failed_three_times_running_rests()
    {
        first.Fails = () => new InvalidOperationException("503");
        for (var i = 0; i < 5; i++) Assert.Equal("second", (await providers.Hand(Message)).Provider);
        Assert.Equal(3, first.Asked);
        first.Fails = () => null;
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("second", (await providers.Hand(Message)).Provider);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("first", (await providers.Hand(Message)).Provider);
        // One that rests is still asked where nobody else can.
        first.Fails = () => new InvalidOperationException("503");
        for (var i = 0; i < 3; i++) await providers.Hand(Message);
        (first.Fails, second.Fails) = (() => null, () => new InvalidOperationException("503"));
        Assert.Equal("first", (await providers.Hand(Message)).Provider);
    }

    [Fact]
    public async Task that_cannot_either_leaves_it_to_the_table()
    {
        first.Fails = second.Fails = () => new InvalidOperationException("503");
        await Assert.ThrowsAsync<InvalidOperationException>(() => providers.Hand(Message));
        Assert.Equal((1, 1), (first.Asked, second.Asked));
    }
}
