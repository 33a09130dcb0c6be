using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Waits;

/// <summary>
/// From the outbox: reminds her for whose papers, consents, fee or answer a case waits, and closes it when they never come. It is
/// no refusal: nothing was decided, a fee she paid goes back, and she may apply again. What comes at the same moment and is
/// written first keeps the case; what comes after finds it closed.
/// </summary>
public sealed class EndWait(EkDwarDb db, CaseFiles cases, TimeProvider time) : IOutboxHandler
{
    /// <summary>The notice's word for a reminder.</summary>
    public const string Reminder = "WaitReminder";

    public string Kind => WaitTimer.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var timer = WaitTimer.Read(message);
        if (await cases.Open(timer.Reference.CaseId) is not { } file || file.Case.ClosesOn != timer.ClosesOn || WaitRules.CauseOf(file.Case.Status) is not { } cause) return;
        if (timer.Step == WaitTimer.Remind) Remind(timer, cause);
        else if (time.Today() > timer.ClosesOn) await Close(file, cause);
        else return;
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }

    void Remind(WaitTimer timer, string cause)
    {
        var today = time.Today();
        // A house that stood still for long tells nobody of a day that has passed.
        if (today <= timer.ClosesOn) db.Add(OutboxMessage.Of("notice", $"{timer.Reference.Compact} {Reminder} {cause}", time.UtcNow()));
        db.Add(timer.Next(today));
    }

    async Task Close(CaseFile file, string cause)
    {
        var (now, closesOn) = (time.UtcNow(), file.Case.ClosesOn!.Value);
        foreach (var desk in file.Desks) await DeskNotice.Tell(db, desk.CaseId, desk.PostId, CaseEvent.CaseLapsed, now);
        if (file.Desk is not null) file.TakeOff(now);
        file.Record(CaseEvent.CaseLapsed, now, Actor.System, new() { Cause = cause }, new(CaseStatus.Lapsed, IsPaused: false, Clock: file.StopOn(closesOn)));
        await db.GiveBackFee(file, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.CaseLapsed} {cause}", now));
    }
}
