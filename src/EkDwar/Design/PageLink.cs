namespace EkDwar.Design;

/// <summary>A page of a long list; without an address it is the gap between two pages.</summary>
public sealed record PageLink(string? Number, string? Href)
{
    public bool IsCurrent { get; init; }
    public Phrase? Label { get; init; }

    public static readonly PageLink Gap = new(null, null);
}
