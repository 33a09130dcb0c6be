namespace EkDwar.Tests;

/// <summary>A clock that stands still until a test moves it. Starts on Monday 2 March 2026, 11:00 in India.</summary>
public sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 5, 30, 0, TimeSpan.Zero);

    readonly Lock turn = new();
    DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn) return now;
    }

    public void Set(DateTimeOffset instant)
    {
        lock (turn) now = instant;
    }

    public void Advance(TimeSpan by)
    {
        lock (turn) now += by;
    }

    public void AdvanceDays(int days) => Advance(TimeSpan.FromDays(days));
}
