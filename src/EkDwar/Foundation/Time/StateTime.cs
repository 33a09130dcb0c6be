namespace EkDwar.Foundation.Time;

/// <summary>
/// The one zone the house lives in, Asia/Kolkata. Instants are kept in UTC; the day in this zone is the only day the law
/// knows: half past six in the evening UTC is already tomorrow. Not a working day; that is the calendar's word.
/// </summary>
public static class StateTime
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    public static DateTime Local(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("A local time has no place in the house: pass UTC", nameof(utc))
        : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The instant, in UTC, at which a day begins.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>Now, by the clock the host was given, as the database keeps it.</summary>
    public static DateTime UtcNow(this TimeProvider time) => Database.UtcMicroseconds.Cut(time.GetUtcNow().UtcDateTime);

    public static DateOnly Today(this TimeProvider time) => Day(time.UtcNow());
}
