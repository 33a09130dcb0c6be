namespace EkDwar.Design;

/// <summary>One task. A finished task's state is plain text, so that the unfinished stand out; one that cannot start yet has no address.</summary>
public sealed record TaskLine(Phrase? Title, string? Href)
{
    public Phrase? Hint { get; init; }
    public Phrase? Status { get; init; }

    /// <summary>Shows the state as a tag with these classes; empty for the plain tag.</summary>
    public string? TagClasses { get; init; }

    public string? StatusClasses { get; init; }
    public string? Classes { get; init; }
}
