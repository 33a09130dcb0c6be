using System.Globalization;

namespace EkDwar.Foundation.Time;

/// <summary>
/// The clock of a house in Development: the real one, put forward by so much. How much is kept in the data folder, so that a restart
/// keeps it and all programs on that folder have the same time. Nowhere else is it asked for the time. Not a clock that stands still.
/// </summary>
public sealed class DevelopmentClock(TimeProvider real, DataFolders folders) : TimeProvider
{
    /// <summary>How far ahead it goes at most.</summary>
    public const int MostDays = 3_650;

    static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    readonly string file = Path.Combine(folders.Data, "clock-ahead");
    long lookedAt = -1, ahead;

    /// <summary>How much it is ahead of the real time; never behind it.</summary>
    public TimeSpan Ahead
    {
        get
        {
            // Another program on this folder may have moved it: looked for again, but not by everybody who asks for the time.
            var at = Volatile.Read(ref lookedAt);
            if (at < 0 || GetElapsedTime(at) >= LookAgainAfter) Look();
            return TimeSpan.FromTicks(Volatile.Read(ref ahead));
        }
    }

    public DateTimeOffset RealNow => real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Ahead;

    /// <summary>Puts it forward. False, and it stays where it is, where that is not forward or further than it goes.</summary>
    public bool TryMoveOn(TimeSpan by)
    {
        if (by <= TimeSpan.Zero || by > TimeSpan.FromDays(MostDays) || Ahead + by > TimeSpan.FromDays(MostDays)) return false;
        Write(Ahead + by);
        return true;
    }

    /// <summary>Back to the real time. What was written while it was ahead keeps its dates.</summary>
    public void BackToReal() => Write(TimeSpan.Zero);

    void Write(TimeSpan by)
    {
        Directory.CreateDirectory(folders.Data);
        var whole = file + ".new";
        File.WriteAllText(whole, by.Ticks.ToString(CultureInfo.InvariantCulture));
        // Whoever reads it reads the old one or the new one.
        File.Move(whole, file, overwrite: true);
        Look();
    }

    void Look()
    {
        var written = File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
        Volatile.Write(ref ahead, Math.Min(written, TimeSpan.FromDays(MostDays).Ticks));
        Volatile.Write(ref lookedAt, GetTimestamp());
    }
}
