using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>Whether a broadcast waits for the morning, as its state's file says: nobody waits for it.</summary>
public sealed class BroadcastNight(IReadOnlyDictionary<string, StateProfile> states, Providers providers, TimeProvider time)
{
    /// <summary>The instant from which its text messages may leave; null where that is now, or they go to a page of Development.</summary>
    public DateTime? WaitsUntil(Broadcast broadcast) => WaitsUntil(new Outgoing(broadcast.BroadcastId, "", "", "en") { Channel = CodeChannels.Sms, Template = broadcast.Template, State = broadcast.State });

    /// <inheritdoc cref="WaitsUntil(Broadcast)"/>
    public DateTime? WaitsUntil(Outgoing message) => providers.Reach(message) ? states.GetValueOrDefault(message.State)?.Quiet?.EndAfter(time.UtcNow()) : null;
}
