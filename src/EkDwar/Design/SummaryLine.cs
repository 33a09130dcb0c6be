namespace EkDwar.Design;

/// <summary>A key and its value in a summary list, and what may be done about it.</summary>
public sealed record SummaryLine(Phrase? Key, Phrase? Value, params IReadOnlyList<ActionLink> Actions)
{
    public string? Classes { get; init; }
}
