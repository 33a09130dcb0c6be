using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Cases.Limits;

/// <summary>
/// From the outbox, on the days a case's limit calls for: tells whoever has it how much is used, and writes down when the last day
/// ended without a decision. What happens then is by law where the service says so (<see cref="DeemedTimer"/>), and not told here
/// besides. A case that was decided, waits with its clock paused or has another date is left alone.
/// </summary>
public sealed class WatchLimit(EkDwarDb db, CaseFiles cases, CaseClock clock, LimitDesk desk, TimeProvider time) : IOutboxHandler
{
    static readonly LimitWarning Everybody = new() { Percent = 100, Tell = [LimitWarning.Holder, LimitWarning.Senior] };

    public string Kind => LimitTimer.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var timer = LimitTimer.Read(message);
        if (await cases.Open(timer.Reference.CaseId) is not { } file || file.Case.Status.IsClosed() || file.Case.IsPaused || file.Case.DueOn != timer.DueOn) return;
        var now = time.UtcNow();
        if (now >= LimitTimer.AfterDay(timer.DueOn)) await Pass(file, timer.DueOn, now, message);
        else await Warn(file, timer, now, message);
    }

    async Task Pass(CaseFile file, DateOnly dueOn, DateTime now, OutboxMessage message)
    {
        if (file.Service.Deemed is not null || file.Case.LimitPassedOn == dueOn) return;
        file.Record(CaseEvent.LimitPassed, now, Actor.System, new() { Limit = await desk.Passed(file, dueOn, await clock.ActInForce(file)) }, new());
        await desk.Tell(file, nameof(CaseEvent.LimitPassed), Everybody, (StateTime.Day(now), now));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.LimitPassed}", now));
        message.DoneWith(db, now);
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }

    async Task Warn(CaseFile file, LimitTimer timer, DateTime now, OutboxMessage message)
    {
        var today = StateTime.Day(now);
        var steps = LimitStep.Of(await clock.Read(file, await file.ClockRecord()), file.Warnings);
        // A house that stood still tells what is so today, and not all that it missed.
        var reached = steps.LastOrDefault(step => step.On <= today)?.Warning;
        if (reached is not null && reached.Percent > timer.Told) await desk.Tell(file, LimitWords.Used, reached, (today, now));
        var next = steps.FirstOrDefault(step => step.On > today)?.On ?? timer.DueOn.AddDays(1);
        db.Add(timer.Next(message, Math.Max(timer.Told, reached?.Percent ?? 0), next));
        message.DoneWith(db, now);
        // False: another worker did the same and set the next.
        await db.TrySave();
    }
}
