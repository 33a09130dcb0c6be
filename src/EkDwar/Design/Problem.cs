namespace EkDwar.Design;

/// <summary>One line of the error summary: what is wrong, and the link to the control that puts it right.</summary>
public sealed record Problem(string? Href, Phrase? Text);
