using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Delivering;

/// <summary>
/// The keys certificates are issued with: the organisation's seal on the PDF and the key of the QR payload. Self-made on
/// first use and named a demo; a department puts its own document signer certificate in their place.
/// </summary>
public sealed class IssuingKeys(SigningKeys keys) : IDisposable
{
    static readonly SealHolder Demo = new("EkDwar demo seal", "EkDwar demonstration, not a government");
    static readonly TimeSpan Validity = TimeSpan.FromDays(730);

    readonly Lazy<X509Certificate2> seal = new(() => keys.Certificate("seal", Demo, Validity));
    readonly Lazy<ECDsa> payload = new(() => keys.LoadOrCreate("qr").Copy());

    public X509Certificate2 Seal => seal.Value;

    public ECDsa Payload => payload.Value;

    /// <summary>The keys whose payloads we accept.</summary>
    public PinnedKeys Pinned => new(Payload.ExportSubjectPublicKeyInfo());

    public void Dispose()
    {
        if (seal.IsValueCreated) seal.Value.Dispose();
        if (payload.IsValueCreated) payload.Value.Dispose();
    }
}
