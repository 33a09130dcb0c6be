namespace EkDwar.Catalogue;

/// <summary>How long a case of one service must be kept after the last thing that happened in it, where that is longer than the state says of all. Not how long what it gave is valid.</summary>
public sealed class KeepRule
{
    public int Years { get; init; }

    /// <summary>The law, or "example".</summary>
    public string Source { get; init; } = "";
}
