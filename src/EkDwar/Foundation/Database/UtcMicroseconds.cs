using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EkDwar.Foundation.Database;

/// <summary>Instants are UTC and cut to microseconds, the finest both engines keep; what was written is what is read.</summary>
public sealed class UtcMicroseconds() : ValueConverter<DateTime, DateTime>(
    instant => Cut(instant), instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc))
{
    public static DateTime Cut(DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
