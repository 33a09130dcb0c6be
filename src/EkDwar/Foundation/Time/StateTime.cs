namespace EkDwar.Foundation.Time;

/// <summary>The one zone the house lives in. Instants are kept in UTC; days and print use this.</summary>
public static class StateTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public static DateTime UtcNow(this TimeProvider time) => Database.UtcMicroseconds.Cut(time.GetUtcNow().UtcDateTime);

    public static DateOnly Today(this TimeProvider time) => Day(time.UtcNow());
}
