namespace EkDwar.Deadlines;

/// <summary>
/// The day in the state's own time, Asia/Kolkata, which is the only day the law knows: half past six in the evening UTC is
/// already tomorrow. Not a working day; that is the calendar's word.
/// </summary>
public static class StateDay
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(InUtc(utc), Zone));

    /// <summary>Today, by the clock the host was given.</summary>
    public static DateOnly Today(TimeProvider time) => Of(time.GetUtcNow().UtcDateTime);

    /// <summary>The instant the day begins; the day before ends at the same instant.</summary>
    public static DateTime BeginsAt(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    static DateTime InUtc(DateTime instant) => instant.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A local time has no place in the house: pass UTC", nameof(instant))
        : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
}
