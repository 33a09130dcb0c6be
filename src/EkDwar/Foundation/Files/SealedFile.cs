namespace EkDwar.Foundation.Files;

/// <summary>A file as it will be stored: its id, and its bytes under seal. Nothing of it is on any disk yet.</summary>
public sealed record SealedFile(string Id, byte[] Ciphertext);
