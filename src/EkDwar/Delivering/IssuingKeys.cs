using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Delivering;

/// <summary>
/// The keys certificates are issued with: the organisation's seal on the PDF and the key of the QR payload. Self-made on
/// first use and named a demo; a department puts its own document signer certificate in their place. Their public halves
/// stay known when they are exchanged.
/// </summary>
public sealed class IssuingKeys(SigningKeys keys, KnownKeys known) : IDisposable
{
    const string Seals = "seal", Codes = "qr", KnownCode = "code-", KnownSeal = "seal-";

    static readonly SealHolder Demo = new("EkDwar demo seal", "EkDwar demonstration, not a government");
    static readonly TimeSpan Validity = TimeSpan.FromDays(730);

    readonly Lazy<X509Certificate2> seal = new(() => Kept(keys, known, keys.Certificate(Seals, Demo, Validity)));
    readonly Lazy<ECDsa> payload = new(() => Kept(known, keys.LoadOrCreate(Codes).Copy()));

    /// <exception cref="KeyFileBrokenException">also when it was withdrawn: another must be put in its place first</exception>
    public X509Certificate2 Seal => known.WithdrawnOn(NameOf(seal.Value)) is null ? seal.Value : throw keys.Withdrawn(Seals);

    /// <exception cref="KeyFileBrokenException">also when it was withdrawn: another must be put in its place first</exception>
    public ECDsa Payload => known.WithdrawnOn(NameOf(payload.Value.ExportSubjectPublicKeyInfo())) is null ? payload.Value : throw keys.Withdrawn(Codes);

    /// <summary>The keys of all codes we ever made, those withdrawn among them.</summary>
    public PinnedKeys Pinned
    {
        get
        {
            _ = payload.Value;
            return new(known.All(KnownCode).Select(key => KeySet.PublicKeyOf(key.Pem)));
        }
    }

    /// <summary>What is published of all of them.</summary>
    public KeySet Published
    {
        get
        {
            (_, _) = (payload.Value, seal.Value);
            return new(known.All(KnownCode), known.All(KnownSeal));
        }
    }

    /// <summary>From which day on others may have had the key with this id in a code; null where it was not withdrawn.</summary>
    public DateOnly? WithdrawnOn(ReadOnlySpan<byte> keyId) => known.WithdrawnOn(KnownCode + Convert.ToHexStringLower(keyId));

    /// <summary>At the start: the key that is there becomes known before it can be exchanged, and is not one that was withdrawn.</summary>
    public void Check()
    {
        if (keys.Exists(Codes)) _ = Payload;
    }

    public void Dispose()
    {
        if (seal.IsValueCreated) seal.Value.Dispose();
        if (payload.IsValueCreated) payload.Value.Dispose();
    }

    static string NameOf(byte[] publicKey) => KnownCode + Convert.ToHexStringLower(PinnedKeys.IdOf(publicKey));

    static string NameOf(X509Certificate2 certificate) => KnownSeal + certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()[..16];

    static ECDsa Kept(KnownKeys known, ECDsa key)
    {
        known.Remember(NameOf(key.ExportSubjectPublicKeyInfo()), key.ExportSubjectPublicKeyInfoPem());
        return key;
    }

    static X509Certificate2 Kept(SigningKeys keys, KnownKeys known, X509Certificate2 certificate)
    {
        known.Remember(NameOf(certificate), keys.ChainOf(Seals));
        return certificate;
    }
}
