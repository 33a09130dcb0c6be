using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>What the pages of broadcasts say alike: days, instants and how it stands.</summary>
public abstract class BroadcastView(TimeProvider time) : DeskPage
{
    public string When(DateTime at) => DayPart.At(at, Language);

    public string Days(Broadcast one) => one.FromOn == one.UntilOn ? LongDate.Of(one.FromOn, Language)
        : T("notifying.broadcasts.day_to_day", ("from", LongDate.Of(one.FromOn, Language)), ("until", LongDate.Of(one.UntilOn, Language)));

    public string StateOf(Broadcast one) => T("notifying.broadcasts.state_" + (HasLapsed(one) ? "lapsed" : one.Status));

    protected bool HasLapsed(Broadcast one) => one.Status is BroadcastStatus.Previewed or BroadcastStatus.Asked && (time.UtcNow() >= one.AnswerBy || time.Today() > one.UntilOn);
}
