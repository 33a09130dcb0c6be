namespace EkDwar.Foundation.Outbox;

/// <summary>When a failed message is tried again: after 5 s, 30 s, 2 min, 10 min, 1 h, 4 h, 12 h; then it is dead.</summary>
public static class RetryTable
{
    static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    /// <summary>The wait after this many failed tries, or null when no try is left.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
