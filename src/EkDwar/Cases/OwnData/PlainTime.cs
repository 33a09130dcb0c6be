using System.Globalization;

namespace EkDwar.Cases.OwnData;

/// <summary>Instants (UTC) and days as ISO 8601 writes them, which every program reads. Null stays null.</summary>
public static class PlainTime
{
    public static string? At(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? On(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
