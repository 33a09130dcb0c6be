namespace EkDwar.Design;

/// <summary>One thing to choose in radios, checkboxes or a select. A choice with a divider is only the word between two groups.</summary>
public sealed record Choice(string Value, Phrase? Text)
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public Phrase? Hint { get; init; }
    public bool? IsChosen { get; init; }
    public bool IsDisabled { get; init; }

    public Phrase? Divider { get; init; }

    public static Choice Or(Phrase? divider) => new("", null) { Divider = divider };
}
