namespace EkDwar.Design;

/// <summary>One box of a date: day, month or year. Name is the last part of the control's name.</summary>
public sealed record DateBox(string Name, Phrase? Label, int Width)
{
    public string? Id { get; init; }
    public string? Value { get; init; }
    public string? Autocomplete { get; init; }
    public Phrase? Error { get; init; }
}
