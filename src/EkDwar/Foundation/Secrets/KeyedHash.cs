using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// Finds a mobile number or the like without keeping it readable: HMAC-SHA256 under a key of the purpose's own.
/// Not for passwords (it is fast), and it does not fold: normalise the text first, so that alike hashes alike.
/// </summary>
public sealed class KeyedHash(MasterKey master)
{
    readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    /// <summary>43 characters of base64url; the same text for another purpose hashes to something unrelated.</summary>
    public string Of(string purpose, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Write(purpose, text, hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>The first 64 bits of it, for an index of many small words: two of a million differ but for once in some millions of times.</summary>
    public long NumberOf(string purpose, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Write(purpose, text, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    void Write(string purpose, string text, Span<byte> hash)
    {
        var key = keys.GetOrAdd(purpose, static (purpose, master) => master.Derive("hash/" + purpose), master);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
    }
}
