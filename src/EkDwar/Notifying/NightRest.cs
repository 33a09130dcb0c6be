using EkDwar.Cases;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Notifying;

/// <summary>
/// Whether a text message waits for the morning, as its state's file says. It does not where she did something just now and
/// waits to hear of it, or must know at once what was done in her name; nor does an e-mail, which wakes nobody.
/// </summary>
public sealed class NightRest(IReadOnlyDictionary<string, StateProfile> states, Providers providers, TimeProvider time)
{
    static readonly HashSet<string> AtOnce =
    [
        nameof(CaseEvent.ApplicationSubmitted), nameof(CaseEvent.PapersCompleted), nameof(CaseEvent.FeePaid), nameof(CaseEvent.AnswersCorrected),
        nameof(CaseEvent.ApplicationWithdrawn), nameof(CaseEvent.AccountCorrected), nameof(CaseEvent.EmergencyLookAllowed), "FiledForYou",
    ];

    /// <summary>The instant from which it may leave; null where that is now.</summary>
    public DateTime? WaitsUntil(Notice notice, Outgoing message)
    {
        // A page of Development wakes nobody either.
        if (AtOnce.Contains(notice.Event) || notice.File.Service.Instant is not null || !providers.Reach(message)) return null;
        return states.GetValueOrDefault(notice.File.Case.State)?.Quiet?.EndAfter(time.UtcNow());
    }
}
