namespace EkDwar.Paying;

/// <summary>When the gateway is asked about an attempt nobody has told us the end of. The last try comes after its page has closed, so that nothing stays open for a day.</summary>
public static class Timetable
{
    /// <summary>How long the gateway's page may be paid.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromHours(12);

    static readonly TimeSpan[] AfterBegin =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), OpenFor + TimeSpan.FromMinutes(5), OpenFor + TimeSpan.FromHours(6), OpenFor + TimeSpan.FromHours(11),
    ];

    /// <summary>The instant of try 1, 2, …; null when there is none left.</summary>
    public static DateTime? Try(DateTime begunAt, int number) => number <= AfterBegin.Length ? begunAt + AfterBegin[number - 1] : null;
}
