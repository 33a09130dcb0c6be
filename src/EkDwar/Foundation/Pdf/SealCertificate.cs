using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// A self-made seal for demonstrations, and it says so in its name. Not for real certificates: those need a seal from a
/// licensed certifying authority (Information Technology Act 2000, s. 24).
/// </summary>
public static class SealCertificate
{
    /// <summary>A new P-256 key with its certificate; the key is in the result and nowhere else.</summary>
    public static X509Certificate2 SelfSigned(string name, DateTimeOffset validFrom, DateTimeOffset validUntil)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SelfSigned(new CertificateRequest(Named(name), key, HashAlgorithmName.SHA256), validFrom, validUntil);
    }

    internal static X509Certificate2 SelfSigned(CertificateRequest request, DateTimeOffset validFrom, DateTimeOffset validUntil)
    {
        const X509KeyUsageFlags Usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation;
        request.CertificateExtensions.Add(new X509KeyUsageExtension(Usage, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(validFrom, validUntil);
    }

    internal static X500DistinguishedName Named(string name)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("IN");
        subject.AddOrganizationalUnitName("Demonstration only");
        subject.AddCommonName($"DEMO {name}");
        return subject.Build();
    }
}
