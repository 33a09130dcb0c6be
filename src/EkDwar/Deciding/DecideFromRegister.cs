using EkDwar.Cases;
using EkDwar.Cases.Registers;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Deciding;

/// <summary>
/// Use case, from the outbox or in the request in which somebody waits: an instant service is decided by its register, as it
/// answers now. Found and paid for: granted with the record. Found and not paid: the fee is asked. Not found: refused, and
/// what was paid goes back. Away: asked again by a timetable that has no end.
/// </summary>
public sealed class DecideFromRegister(EkDwarDb db, CaseFiles cases, ReadRegister registers, TimeProvider time) : IOutboxHandler
{
    static readonly TimeSpan[] Retries = [CaseStart.FirstRetry, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    public string Kind => DeliverNow.AskRegister;

    public async Task Handle(OutboxMessage message)
    {
        // The reference, and from the second try on which one it is.
        var parts = message.Body.Split(' ');
        if (!CaseReference.TryParse(parts[0], out var reference)) throw new FormatException("no case reference");
        if (await cases.Open(reference.CaseId) is not { Service.Instant: not null, Case.Status: CaseStatus.InProcess or CaseStatus.AwaitingRegister } file) return;
        var answer = (await registers.Of(file.Service, file.Answers))!;
        var now = time.UtcNow();
        if (answer.Record is { } record)
        {
            if (file.Fee.IsPaidOnline && file.Case.FeePaidAt is null) AskFee(file, now);
            else Grant(file, record, now);
        }
        else if (answer.State == RegisterState.NotFound) Refuse(file, now);
        else await Wait(file, parts.Length > 1 ? int.Parse(parts[1]) : 1, now);
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }

    void Grant(CaseFile file, RegisterRecord record, DateTime now)
    {
        // Where the register was away nobody waits before a page any more.
        var due = file.Case.Status == CaseStatus.InProcess ? now + OutboxRound.RequestFirst : now;
        file.Record(CaseEvent.ApplicationGranted, now, Actor.System, new() { Record = record.ToText() }, new(CaseStatus.Granted, IsPaused: false, Clock: Stopped(now)));
        db.Add(OutboxMessage.Of(DeliverNow.MakeCertificate, file.Case.Reference.Compact, due));
    }

    // The limit waits for the fee: so it stands still, having run while the register was away.
    void AskFee(CaseFile file, DateTime now)
    {
        file.Record(CaseEvent.RecordFound, now, Actor.System, new(), new(CaseStatus.AwaitingFee, IsPaused: true, Clock: [ClockFact.Paused(StateTime.Day(now), "fee").ToText()]));
        Tell(file, CaseEvent.RecordFound, now);
    }

    void Refuse(CaseFile file, DateTime now)
    {
        var words = Texts.Get(LanguageCode.TryParse(file.Case.Language, out var own) ? own : LanguageCode.English, "deciding.no_record");
        file.Record(CaseEvent.ApplicationRefused, now, Actor.System, new() { Ground = file.Service.Instant!.NoRecord, Words = words },
            new(CaseStatus.Refused, IsPaused: false, Clock: Stopped(now)));
        Tell(file, CaseEvent.ApplicationRefused, now);
        if (file.Case.FeePaidAt is not null) db.Add(OutboxMessage.Of(CaseFile.ReturnFee, file.Case.Reference.Compact, now));
    }

    async Task Wait(CaseFile file, int tried, DateTime now)
    {
        if (file.Case.Status != CaseStatus.AwaitingRegister)
        {
            file.Record(CaseEvent.RegisterAway, now, Actor.System, new(), new(CaseStatus.AwaitingRegister));
            Tell(file, CaseEvent.RegisterAway, now);
        }
        var next = OutboxMessage.Of(Kind, $"{file.Case.Reference.Compact} {tried + 1}", now + Retries[Math.Min(tried, Retries.Length) - 1]);
        // Handled twice after a crash: then the next try is there already.
        if (!await db.Set<OutboxMessage>().AnyAsync(other => other.DoneAt == null && other.Kind == Kind && other.Body == next.Body)) db.Add(next);
    }

    static string[] Stopped(DateTime now) => [ClockFact.Stopped(StateTime.Day(now)).ToText()];

    void Tell(CaseFile file, CaseEvent what, DateTime now) => db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {what}", now));
}
