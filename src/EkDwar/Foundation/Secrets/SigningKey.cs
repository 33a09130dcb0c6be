using System.Buffers.Text;
using System.Security.Cryptography;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// A P-256 key pair of this installation that signs one kind of thing (checkpoints, verification codes, the seal on PDFs).
/// Signatures are ES256 as in JWS: 64 bytes, r then s. Safe for many threads. Not a key of a person.
/// </summary>
public sealed class SigningKey : IDisposable
{
    readonly ECDsa key;
    readonly Lock turn = new();

    internal SigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
        KeyId = Base64Url.EncodeToString(SHA256.HashData(PublicKey).AsSpan(0, 6));
    }

    /// <summary>The public half (SubjectPublicKeyInfo, DER), to be published for verifiers.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Eight characters that name this key among those of other times and states; from the hash of the public half.</summary>
    public string KeyId { get; }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (turn) return key.SignData(data, HashAlgorithmName.SHA256);
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (turn) return key.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>For certificates and CMS, which want the key itself; the caller owns the copy.</summary>
    public ECDsa Copy()
    {
        lock (turn) return ECDsa.Create(key.ExportParameters(includePrivateParameters: true));
    }

    public void Dispose() => key.Dispose();
}
