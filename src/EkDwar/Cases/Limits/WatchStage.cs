using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases.Limits;

/// <summary>
/// From the outbox: tells a post, when the last of the days begins that its office gives it for its part, that the case is still
/// with it. The office's own date and not the law's: nothing else follows from it. While the clock stands it waits; going on sets it anew.
/// </summary>
public sealed class WatchStage(EkDwarDb db, CaseFiles cases, CaseClock clock, TimeProvider time) : IOutboxHandler
{
    public string Kind => StageTimer.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var timer = StageTimer.Read(message);
        if (await cases.Open(timer.Reference.CaseId) is not { } file || file.Case.IsPaused || file.Desks.FirstOrDefault(timer.IsOf) is not { } item
            || await clock.PartDue(file, item) is not { } dueOn) return;
        var now = time.UtcNow();
        if (dueOn > StateTime.Day(now)) db.Add(timer.Next(message, dueOn));
        else await DeskNotice.TellOnce(db, item.CaseId, [(item.PostId, LimitWords.StageBudget)], item.StageSinceAt ?? item.SinceAt, now);
        message.DoneWith(db, now);
        // False: another worker did the same.
        await db.TrySave();
    }
}
