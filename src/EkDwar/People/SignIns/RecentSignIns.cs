using System.Collections.Concurrent;

namespace EkDwar.People.SignIns;

/// <summary>The sign-ins this node found open within the last minute. Forgetting one has it asked for again; remembering never ends one.</summary>
public sealed class RecentSignIns
{
    const int AtMost = 100_000;
    static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    readonly ConcurrentDictionary<Guid, DateTime> foundAt = new();

    public bool Knows(Guid signInId, DateTime now) => foundAt.TryGetValue(signInId, out var found) && found <= now && now < found + GoodFor;

    public void Remember(Guid signInId, DateTime now)
    {
        // Asked for again, all of them, once in a great while: cheaper than keeping them in order.
        if (foundAt.Count >= AtMost) foundAt.Clear();
        foundAt[signInId] = now;
    }

    public void Forget(Guid signInId) => foundAt.TryRemove(signInId, out _);
}
