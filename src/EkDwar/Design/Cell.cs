namespace EkDwar.Design;

/// <summary>One cell of a table; numbers stand at the right, under each other.</summary>
public sealed record Cell(Phrase? Text)
{
    public bool IsNumber { get; init; }
    public int? ColumnSpan { get; init; }
    public int? RowSpan { get; init; }
    public string? Classes { get; init; }

    public static implicit operator Cell(string? text) => new((Phrase?)text);

    public static Cell Number(string? text) => new((Phrase?)text) { IsNumber = true };
}
