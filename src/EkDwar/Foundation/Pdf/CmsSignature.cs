using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// A detached CMS signature with SHA-256 that names its certificate by hash (CAdES, ETSI EN 319 122-1): no other
/// certificate with the same key can be put in its place.
/// </summary>
static class CmsSignature
{
    const string Sha256 = "2.16.840.1.101.3.4.2.1";

    // id-aa-signingCertificateV2, RFC 5035.
    const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static byte[] Over(byte[] content, X509Certificate2 certificate)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), Hash(certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    // SigningCertificateV2 ::= SEQUENCE OF certs; each ESSCertIDv2 with the default algorithm is its hash alone.
    static byte[] Hash(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
