using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Foundation.Outbox;

/// <summary>
/// One round over what is due: claims a bounded batch in one statement, hands each message to its handler, several at once but
/// never two of one case, notes the outcome. Many workers may run rounds at once; a claim lasts five minutes, so what a dead worker
/// held is taken up again, and is renewed before a message whose turn comes late.
/// </summary>
public sealed partial class OutboxRound(IServiceScopeFactory scopes, DatabasePlace place, TimeProvider time, ILogger<OutboxRound> log)
{
    /// <summary>How much later than now a message is due that the request which writes it handles itself: only if that dies does a worker take it up.</summary>
    public static readonly TimeSpan RequestFirst = TimeSpan.FromSeconds(20);

    const int BatchSize = 20;
    static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(5), LastsStill = TimeSpan.FromMinutes(2);

    // The embedded database has one writer: a second task would wait for the first.
    readonly int tasks = place.Engine == Engine.Sqlite ? 1 : Environment.ProcessorCount;

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

    /// <summary>Runs rounds over one lane until nothing in it is due.</summary>
    public async Task Drain(OutboxLane lane, CancellationToken stop)
    {
        while (await Run(lane, stop) > 0) { }
    }

    /// <summary>Runs one round over one lane. Returns how many messages it took up.</summary>
    public async Task<int> Run(OutboxLane lane, CancellationToken stop = default)
    {
        if (stop.IsCancellationRequested) return 0;
        var claimed = await ClaimDue(lane);
        // What is about one case is done in the order in which it is due, and never twice at once by this worker.
        await Parallel.ForEachAsync(claimed.GroupBy(AboutWhat), new ParallelOptions { MaxDegreeOfParallelism = tasks }, async (messages, _) =>
        {
            foreach (var message in messages)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
                // Told to stop, it hands over nothing more: what it claimed waits until its claim has run out, or is given back.
                if (stop.IsCancellationRequested) await GiveBack(db, message);
                else if (await Holds(db, message)) await HandOver(scope.ServiceProvider, db, message);
            }
        });
        return claimed.Count;
    }

    static string AboutWhat(OutboxMessage message) => message.Body.Split(' ', 2)[0];

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

    /// <summary>Claims what is due in a lane, the longest due first, in one statement: no two workers get the same, and none waits for another.</summary>
    async Task<List<OutboxMessage>> ClaimDue(OutboxLane lane)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.UtcNow();
        var claimed = await Engines.Claim(scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<OutboxMessage>(), place.Engine, lane, (now, now + ClaimFor), BatchSize).AsNoTracking().ToListAsync();
        return [.. claimed.OrderBy(message => message.DueAt).ThenBy(message => message.Id)];
    }

    /// <summary>Whether the claim lasts long enough still; one that does not is renewed, unless another worker has taken it up.</summary>
    async Task<bool> Holds(EkDwarDb db, OutboxMessage message)
    {
        var now = time.UtcNow();
        if (message.ClaimedUntil - now >= LastsStill) return true;
        var until = now + ClaimFor;
        return await Mine(db, message).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, until)) == 1;
    }

    static Task<int> GiveBack(EkDwarDb db, OutboxMessage message) => Mine(db, message)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, (DateTime?)null).SetProperty(m => m.Attempts, m => m.Attempts - 1));

    static IQueryable<OutboxMessage> Mine(EkDwarDb db, OutboxMessage message) =>
        db.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.DoneAt == null && m.ClaimedUntil == message.ClaimedUntil && m.Attempts == message.Attempts);

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
            if (!message.IsDoneWith(db)) await Note(db, message.Id, set => set.SetProperty(m => m.DoneAt, time.UtcNow()));
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
