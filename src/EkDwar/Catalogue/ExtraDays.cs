namespace EkDwar.Catalogue;

/// <summary>Days a notification adds to a service's limit for applications that came by a channel, such as a kendra; 0 takes away what the act would add.</summary>
public sealed class ExtraDays
{
    public string Channel { get; init; } = "";
    public int Days { get; init; }

    /// <summary>The notification that says so, or "example".</summary>
    public string Source { get; init; } = "";
}
