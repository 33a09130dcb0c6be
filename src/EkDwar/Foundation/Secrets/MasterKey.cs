using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// The one secret of an installation: 32 random bytes in a file of their own, outside the database and outside its backups.
/// It encrypts nothing itself; keys for a purpose are derived from it. Whoever loses it has lost every case.
/// </summary>
public sealed class MasterKey : IDisposable
{
    public const int Length = 32;

    /// <summary>The key as the environment gives it, where no file is to hold it; null where one does.</summary>
    public static string? Given => Environment.GetEnvironmentVariable("EKDWAR_MASTER_KEY");

    public static bool IsGiven => !string.IsNullOrWhiteSpace(Given);

    readonly byte[] key;
    readonly byte[] wrapping;

    MasterKey(byte[] key)
    {
        this.key = key;
        wrapping = Derive("wrap");
    }

    /// <summary>The key under which the keys of cases are wrapped.</summary>
    internal ReadOnlySpan<byte> Wrapping => wrapping;

    /// <summary>
    /// Takes the key from <paramref name="given"/> (base64, as an environment variable holds it) when there is one,
    /// or else from the file, which is made on first use, readable by its owner only.
    /// </summary>
    /// <exception cref="KeyFileBrokenException">unreadable, not base64, or not 32 bytes</exception>
    public static MasterKey LoadOrCreate(string path, string? given = null)
    {
        if (!string.IsNullOrWhiteSpace(given)) return Of(FromBase64(given), "(given by setting)");
        if (!File.Exists(path)) TryCreate(path);
        try
        {
            return Of(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileBrokenException(path, "it cannot be read by this user", e);
        }
    }

    /// <summary>To be thrown where there are rows sealed under a key that is not there.</summary>
    public static KeyFileBrokenException Missing(string path) => new(path, "it is not there, and what the database holds was sealed under it");

    /// <summary>32 bytes for one purpose; keys of two purposes tell nothing about each other (HKDF, RFC 5869).</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.UTF8.GetBytes("ekdwar/" + purpose));

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(wrapping);
    }

    static MasterKey Of(byte[] bytes, string path) => bytes.Length == Length
        ? new MasterKey(bytes)
        : throw new KeyFileBrokenException(path, $"a master key is {Length} bytes, and this one has {bytes.Length}. Restore it from your key backup");

    static void TryCreate(string path)
    {
        try
        {
            DurableFile.TryCreate(path, RandomNumberGenerator.GetBytes(Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileBrokenException(path, "it does not exist and cannot be made here", e);
        }
    }

    static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text.Trim());
        }
        catch (FormatException e)
        {
            throw new KeyFileBrokenException("(given by setting)", "it is not base64", e);
        }
    }
}
