namespace EkDwar.Foundation.Files;

/// <summary>What the file store answers for a file it keeps. <paramref name="Length"/> is in bytes of the plain content.</summary>
/// <param name="Id">64 hexadecimal digits: the SHA-256 of the ciphertext. It names the file and tells nothing of its content.</param>
/// <param name="Length">bytes before encryption</param>
public sealed record StoredFile(string Id, int Length);
