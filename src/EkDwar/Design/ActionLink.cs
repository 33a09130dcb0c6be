namespace EkDwar.Design;

/// <summary>A link that acts on the thing beside it; the hidden words say on what, for those who hear the links alone.</summary>
public sealed record ActionLink(string Href, Phrase? Text, Phrase? HiddenText = null)
{
    public string? Classes { get; init; }
}
