using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Foundation.Outages;

/// <summary>
/// Hears of each call to a part outside whether it was answered, and writes down from when to when one was away. A part is away
/// once it has failed for two minutes without working once; one failure among others is none. Each node hears its own calls; what
/// is written is of all. It writes in a scope of its own, so it is told outside of any transaction.
/// </summary>
public sealed partial class OutageBook(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutageBook> log)
{
    /// <summary>The part that takes payments.</summary>
    public const string Payments = "payments";

    const string Registers = "register.";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, DateTime> failing = new();
    (DateTime ReadAt, HashSet<string> Parts)? known;

    /// <summary>The part that is a department's register.</summary>
    public static string Register(string name) => Registers + name;

    public static bool IsRegister(string part) => part.StartsWith(Registers, StringComparison.Ordinal);

    /// <summary>It did not answer.</summary>
    public async Task Failed(string part)
    {
        var now = time.UtcNow();
        var since = failing.GetOrAdd(part, now);
        if (now - since < Patience || (await Away(now)).Contains(part)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        db.Add(new Outage { OutageId = Guid.CreateVersion7(), Part = part, BeganAt = since });
        // False: another node wrote it down.
        if (await db.TrySave()) Began(log, part);
        known = null;
    }

    /// <summary>It answered. What it kept waiting is tried again now, and not only when its turn in the retry table comes.</summary>
    public async Task Worked(string part)
    {
        failing.TryRemove(part, out _);
        var now = time.UtcNow();
        if (!(await Away(now)).Contains(part)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        var ended = await db.Set<Outage>().Where(outage => outage.Part == part && outage.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(outage => outage.EndedAt, now));
        known = null;
        if (ended == 0) return;
        Ended(log, part);
        await Wake(db, part, now);
    }

    /// <summary>Everything in the lanes this part serves that failed before and waits for another try; the lanes keep their order of urgency.</summary>
    static Task Wake(EkDwarDb db, string part, DateTime now)
    {
        OutboxLane[] lanes = part == Payments || IsRegister(part) ? [OutboxLane.Work] : [.. Enum.GetValues<OutboxLane>().Where(lane => lane != OutboxLane.Work)];
        return db.Set<OutboxMessage>().Where(message => lanes.Contains(message.Lane) && message.DueAt > now && message.DoneAt == null && message.DeadAt == null && message.ClaimedUntil == null && message.Attempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, now));
    }

    async Task<HashSet<string>> Away(DateTime now)
    {
        if (known is { } read && now - read.ReadAt < Fresh && now >= read.ReadAt) return read.Parts;
        await using var scope = scopes.CreateAsyncScope();
        var parts = await scope.ServiceProvider.GetRequiredService<EkDwarDb>().Set<Outage>().Where(outage => outage.EndedAt == null).Select(outage => outage.Part).ToListAsync();
        known = (now, [.. parts]);
        return [.. parts];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Part} has not answered for some time: it is said on the public page")]
    static partial void Began(ILogger log, string part);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part} answers again: what waited for it is tried now")]
    static partial void Ended(ILogger log, string part);
}
