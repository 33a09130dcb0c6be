namespace EkDwar.Design;

/// <summary>One figure with its name and how it is made up; with an address it leads to the list behind it.</summary>
public sealed record Tile(Phrase? Figure, Phrase? Name)
{
    public Phrase? Note { get; init; }
    public string? Href { get; init; }
    public Tone Tone { get; init; }
}
