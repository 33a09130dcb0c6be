using System.Security.Cryptography;

namespace EkDwar.Delivering;

/// <summary>
/// The public keys whose certificates we accept, given beforehand as SubjectPublicKeyInfo. Never a key that comes with
/// the certificate itself.
/// </summary>
public sealed class PinnedKeys(params IEnumerable<byte[]> publicKeys)
{
    const int IdLength = 4;

    readonly ILookup<uint, byte[]> keys = publicKeys.ToLookup(key => Number(IdOf(key)));

    /// <summary>Names a key; not a proof of it.</summary>
    public static byte[] IdOf(byte[] publicKey) => SHA256.HashData(publicKey)[..IdLength];

    public bool HasSigned(ReadOnlySpan<byte> keyId, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        foreach (var publicKey in keys[Number(keyId)])
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            if (key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)) return true;
        }
        return false;
    }

    static uint Number(ReadOnlySpan<byte> id) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(id);
}
