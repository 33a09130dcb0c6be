using EkDwar.Cases;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Deciding;

/// <summary>
/// From the outbox, when the last day of the limit has ended: an application nobody decided is granted or refused by operation
/// of law, where its service says which law. A case that waits with its clock paused, was decided, or has another date by now
/// is left alone. Two workers at once: one writes, the other finds it done.
/// </summary>
public sealed class DeemDecided(EkDwarDb db, CaseFiles cases, TimeProvider time) : IOutboxHandler
{
    public string Kind => DeemedTimer.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var (reference, dueOn) = DeemedTimer.Read(message);
        if (await cases.Open(reference.CaseId) is not { Service.Deemed: { } deemed } file || !Lapses(file.Case, dueOn)) return;
        var now = time.UtcNow();
        var kind = deemed.IsGrant ? CaseEvent.DeemedGranted : CaseEvent.DeemedRefused;
        foreach (var desk in file.Desks) db.Add(new DeskNotice { CaseId = desk.CaseId, PostId = desk.PostId, Kind = kind.ToString(), At = now });
        file.TakeOff(now);
        // The law decides at the end of the last day, not when a worker comes round.
        file.Record(kind, now, Actor.System, new(), new(deemed.IsGrant ? CaseStatus.Granted : CaseStatus.Refused, IsPaused: false, Clock: [ClockFact.Stopped(dueOn).ToText()]));
        db.Add(OutboxMessage.Of("notice", $"{reference.Compact} {kind}", now));
        if (deemed.IsGrant && !file.OwesFee) db.Add(OutboxMessage.Of(DeliverNow.MakeCertificate, reference.Compact, now));
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }

    bool Lapses(Case c, DateOnly dueOn) => c.Status is CaseStatus.InProcess or CaseStatus.AwaitingCitizen && !c.IsPaused && c.DueOn == dueOn && time.Today() > dueOn;
}
