namespace EkDwar.Design;

/// <summary>A filter in use, and the address of the list without it.</summary>
public sealed record Chip(Phrase? Text, string RemoveHref);
