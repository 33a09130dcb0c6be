using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Foundation.Outbox;

/// <summary>
/// One round over what is due: claims a bounded batch, hands each message to its handler, notes the outcome. Many
/// workers may run rounds at once; a claim lasts five minutes, so what a dead worker held is taken up again.
/// </summary>
public sealed partial class OutboxRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxRound> log)
{
    /// <summary>How much later than now a message is due that the request which writes it handles itself: only if that dies does a worker take it up.</summary>
    public static readonly TimeSpan RequestFirst = TimeSpan.FromSeconds(20);

    const int BatchSize = 20;
    static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(5);

    /// <summary>Runs rounds over all lanes until nothing is due. Returns how many messages were handled.</summary>
    public async Task<int> Drain(CancellationToken stop = default)
    {
        var handled = 0;
        while (!stop.IsCancellationRequested)
        {
            var inRound = 0;
            foreach (var lane in Enum.GetValues<OutboxLane>()) inRound += await Run(lane, stop);
            if (inRound == 0) return handled;
            handled += inRound;
        }
        return handled;
    }

    /// <summary>Runs one round over one lane. Returns how many messages it took up.</summary>
    public async Task<int> Run(OutboxLane lane, CancellationToken stop = default)
    {
        var taken = 0;
        foreach (var id in await Due(lane))
        {
            if (stop.IsCancellationRequested) break;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
            if (await Claim(db, id) is not { } message) continue;
            taken++;
            await HandOver(scope.ServiceProvider, db, message);
        }
        return taken;
    }

    /// <summary>
    /// Handles, one after the other, messages of these kinds and this body that nobody has tried yet, due or not, and those
    /// that follow from them. For a request in which somebody waits; one that fails is tried again from the table.
    /// </summary>
    public async Task Now(string body, IReadOnlyCollection<string> kinds)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
            var id = await db.Set<OutboxMessage>().Where(message => message.DoneAt == null && message.DeadAt == null && message.ClaimedUntil == null
                && message.Attempts == 0 && message.Body == body && kinds.Contains(message.Kind)).Select(message => (Guid?)message.Id).FirstOrDefaultAsync();
            if (id is null || await Claim(db, id.Value) is not { } message) return;
            await HandOver(scope.ServiceProvider, db, message);
        }
    }

    async Task<List<Guid>> Due(OutboxLane lane)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.UtcNow();
        return await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<OutboxMessage>()
            .Where(message => message.Lane == lane && message.DoneAt == null && message.DeadAt == null && message.DueAt <= now
                && (message.ClaimedUntil == null || message.ClaimedUntil < now))
            .OrderBy(message => message.DueAt).Select(message => message.Id).Take(BatchSize).ToListAsync();
    }

    async Task<OutboxMessage?> Claim(EkDwarDb db, Guid id)
    {
        var now = time.UtcNow();
        var until = now + ClaimFor;
        var claimed = await db.Set<OutboxMessage>()
            .Where(message => message.Id == id && message.DoneAt == null && message.DeadAt == null
                && (message.ClaimedUntil == null || message.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ClaimedUntil, until)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1));
        return claimed == 0 ? null : await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(message => message.Id == id);
    }

    async Task HandOver(IServiceProvider services, EkDwarDb db, OutboxMessage message)
    {
        try
        {
            var handler = services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == message.Kind);
            CrashPoints.Pass("outbox.before_handling");
            await handler.Handle(message);
            CrashPoints.Pass("outbox.after_handling");
            await Note(db, message.Id, set => set.SetProperty(m => m.DoneAt, time.UtcNow()));
        }
        catch (NotYet later)
        {
            db.ChangeTracker.Clear();
            await Note(db, message.Id, set => set.SetProperty(m => m.DueAt, later.Until).SetProperty(m => m.ClaimedUntil, (DateTime?)null).SetProperty(m => m.Attempts, m => m.Attempts - 1));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, message.Kind, message.Id, message.Attempts, Fault.Of(e));
            var error = e.GetType().Name;
            var wait = RetryTable.After(message.Attempts);
            db.ChangeTracker.Clear();
            if (wait is null) await Note(db, message.Id, set => set.SetProperty(m => m.DeadAt, time.UtcNow()).SetProperty(m => m.LastError, error));
            else await Note(db, message.Id, set => set.SetProperty(m => m.DueAt, time.UtcNow() + wait.Value)
                .SetProperty(m => m.ClaimedUntil, (DateTime?)null).SetProperty(m => m.LastError, error));
        }
    }

    static Task Note(EkDwarDb db, Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxMessage>> set) =>
        db.Set<OutboxMessage>().Where(message => message.Id == id).ExecuteUpdateAsync(set);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Kind} {Id} failed at try {Attempt}: {Fault}")]
    static partial void Failed(ILogger log, string kind, Guid id, int attempt, string fault);
}
