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
        var key = keys.GetOrAdd(purpose, static (purpose, master) => master.Derive("hash/" + purpose), master);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), hash);
        return Base64Url.EncodeToString(hash);
    }
}
