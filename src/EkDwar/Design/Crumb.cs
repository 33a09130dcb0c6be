namespace EkDwar.Design;

/// <summary>One place on the way to this page; without an address it is this page.</summary>
public sealed record Crumb(Phrase? Text, string? Href = null);
