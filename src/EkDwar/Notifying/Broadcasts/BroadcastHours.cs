using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>When a broadcast is told: not in the night, as its state's file says, for nobody waits for it; and not after its last day.</summary>
public sealed class BroadcastHours(IReadOnlyDictionary<string, StateProfile> states, Providers providers, TimeProvider time)
{
    public bool IsOver(Broadcast broadcast) => time.Today() > broadcast.UntilOn;

    /// <summary>The instant from which its text messages may leave; null where that is now, or they go to a page of Development.</summary>
    public DateTime? WaitsUntil(Broadcast broadcast) => WaitsUntil(new Outgoing(broadcast.BroadcastId, "", "", "en") { Channel = CodeChannels.Sms, Template = broadcast.Template, State = broadcast.State });

    /// <inheritdoc cref="WaitsUntil(Broadcast)"/>
    public DateTime? WaitsUntil(Outgoing message) => providers.Reach(message) ? states.GetValueOrDefault(message.State)?.Quiet?.EndAfter(time.UtcNow()) : null;
}
