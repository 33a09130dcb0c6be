using System.Collections.Concurrent;
using EkDwar.Foundation;
using EkDwar.Foundation.Outages;
using EkDwar.Foundation.Time;

namespace EkDwar.Notifying;

/// <summary>What came of handing a message over: who took it, or refused it for good and why.</summary>
public sealed record Answer(string Provider, string Outcome, string? ProviderId = null, string? Reason = null)
{
    /// <summary>How it left, where that was in other words or another language than was asked for.</summary>
    public (string Text, string Language)? Left { get; init; }

    /// <summary>How many text messages it cost, and of which of a day's purses; 0 where it costs nothing.</summary>
    public int Segments { get; init; }
    public string? Purse { get; init; }
}

/// <summary>
/// The providers that carry a message, tried in the order in which they were set up: where the first cannot now, the second takes
/// over. One that failed three times running rests for a minute: it is then asked last.
/// </summary>
/// <remarks>
/// A message that may have left, because the provider fell silent after it had it all, goes to no other provider in that try:
/// the outbox tries it again later under the same key. So it leaves once where the provider knows keys, and else at most once
/// more for each silence; what it never does is leave by two providers because one was slow.
/// </remarks>
public sealed partial class Providers(IEnumerable<ISender> senders, ProviderRests rests, OutageBook outages, ILogger<Providers> log)
{
    /// <summary>To be said once what came of a message is kept: then a fault here sends nothing twice.</summary>
    public Task Work(string channel) => outages.Worked(channel);

    public bool Carry(string channel) => senders.Any(sender => sender.Channel == channel);

    /// <summary>Whether this message reaches somebody, rather than a page of Development.</summary>
    public bool Reach(Outgoing message) => senders.Any(sender => sender.Channel == message.Channel && sender.Provider != DevelopmentSender.Name && sender.Rank(message) is not null);

    /// <summary>Throws what the last of them threw, where none could.</summary>
    public async Task<Answer> Hand(Outgoing message)
    {
        var own = senders.Where(sender => sender.Channel == message.Channel && sender.Rank(message) is not null).OrderBy(sender => sender.Rank(message)).ToList();
        // No provider that reaches anybody was set up beside those that do: Development's page is for where there is none.
        var able = own.Exists(sender => sender.Provider != DevelopmentSender.Name) ? own.FindAll(sender => sender.Provider != DevelopmentSender.Name) : own;
        // A stable sort: those that rest keep their order behind the others.
        var ordered = able.OrderBy(sender => rests.IsResting(sender)).ToList();
        if (ordered.Count == 0) throw new InvalidOperationException($"nobody carries {message.Channel}");
        for (var at = 0; ; at++)
        {
            var sender = ordered[at];
            try
            {
                var handed = await sender.Send(message);
                rests.Took(sender);
                return new(sender.Provider, handed.Outcome, handed.ProviderId) { Left = handed.Left, Segments = handed.Segments, Purse = handed.Purse };
            }
            catch (NeverTaken never)
            {
                rests.Took(sender);
                return new(sender.Provider, MessageOutcome.Failed, Reason: never.Reason);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                rests.Failed(sender);
                if (IsUnknown(e) || at == ordered.Count - 1)
                {
                    await outages.Failed(message.Channel);
                    throw;
                }
                GoesOn(log, sender.Channel, sender.Provider, message.Key, Fault.Of(e));
            }
        }
    }

    // Also of senders that know nothing of our word for it: what ran out of time, or was cut off in its answer.
    static bool IsUnknown(Exception e) => e is MayHaveLeft or TimeoutException or OperationCanceledException
        || e is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} by {Provider} failed for {Id}; the next provider is asked: {Fault}")]
    static partial void GoesOn(ILogger log, string channel, string provider, Guid id, string fault);
}

/// <summary>Which providers rest, as this node saw them fail. Lost with the node, which costs a few more tries.</summary>
public sealed class ProviderRests(TimeProvider time)
{
    const int InARow = 3;
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(string Channel, string Provider), (int Failures, DateTime Until)> seen = new();

    public bool IsResting(ISender sender) => seen.TryGetValue((sender.Channel, sender.Provider), out var state) && state.Until > time.UtcNow();

    public void Took(ISender sender) => seen.TryRemove((sender.Channel, sender.Provider), out _);

    public void Failed(ISender sender) => seen.AddOrUpdate((sender.Channel, sender.Provider), _ => (1, DateTime.MinValue),
        (_, state) => (state.Failures + 1, state.Failures + 1 >= InARow ? time.UtcNow() + Rest : DateTime.MinValue));
}
