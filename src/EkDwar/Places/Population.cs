namespace EkDwar.Places;

/// <summary>How many people lived at a place when they were counted, in which year and by whose word. A fact with its source; where none was read it is not there, and never estimated.</summary>
public sealed record Population
{
    const int LongestSource = 200, FirstYear = 1800, LastYear = 9999;

    public int People { get; init; }
    public int Year { get; init; }
    public string Source { get; init; } = "";

    public bool IsWhole => People > 0 && Year is >= FirstYear and <= LastYear && Source.Length is > 0 and <= LongestSource;
}
