namespace EkDwar.Design;

/// <summary>The signed-in official, as the head of every desk page shows them.</summary>
public sealed record DeskFace(string Person, Phrase? Post, Phrase? Office, string AccountUrl, string SignOutUrl);
