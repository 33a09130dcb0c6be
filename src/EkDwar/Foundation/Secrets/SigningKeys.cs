using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using EkDwar.Foundation.Files;

namespace EkDwar.Foundation.Secrets;

/// <summary>
/// The signing keys of this installation, one PEM file each (PKCS #8, readable by its owner only), made on first use,
/// and the certificate of a seal beside its key. A department's own certificate is used when put in that place.
/// </summary>
public sealed partial class SigningKeys(string folder, TimeProvider clock)
{
    /// <summary>The key of this name (lower case letters, digits, hyphens).</summary>
    /// <exception cref="KeyFileBrokenException">unreadable, or not a P-256 private key</exception>
    public SigningKey LoadOrCreate(string name)
    {
        var path = PathOf(name, ".pem");
        if (!File.Exists(path))
        {
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Write(path, () => DurableFile.TryCreate(path, Encoding.ASCII.GetBytes(fresh.ExportPkcs8PrivateKeyPem() + "\n")));
        }
        return new SigningKey(ReadKey(path));
    }

    public bool Exists(string name) => File.Exists(PathOf(name, ".pem"));

    /// <summary>To be thrown where something was signed with this key, and another must not be made in its place.</summary>
    public KeyFileBrokenException Missing(string name) => new(PathOf(name, ".pem"), "it is not there, and what was signed with it cannot be checked");

    /// <summary>To be thrown where something is to be signed with this key though it was withdrawn.</summary>
    public KeyFileBrokenException Withdrawn(string name) => new(PathOf(name, ".pem"), "it was withdrawn. Move it away, with the certificate beside it, and start the house again: another is made in its place");

    /// <summary>The certificate beside this key and those after it in its file, in PEM; nothing else that may stand there.</summary>
    public string ChainOf(string name)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(File.ReadAllText(PathOf(name, ".crt.pem")));
        return chain.ExportCertificatePems();
    }

    /// <summary>
    /// The certificate of this key with its private half, self-signed on first use and renewed when it has ended.
    /// One issued by somebody else is never replaced: when it has ended, that is an error to be told.
    /// </summary>
    /// <exception cref="KeyFileBrokenException">unreadable, of another key, or ended though issued by an authority</exception>
    public X509Certificate2 Certificate(string name, SealHolder holder, TimeSpan validity)
    {
        using var key = LoadOrCreate(name);
        var path = PathOf(name, ".crt.pem");
        if (!File.Exists(path))
            Write(path, () => DurableFile.TryCreate(path, SelfSigned(key, holder, validity)));
        var certificate = ReadCertificate(path, key);
        if (clock.GetUtcNow().UtcDateTime < certificate.NotAfter.ToUniversalTime()) return certificate;
        using (certificate)
            if (!certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
                throw new KeyFileBrokenException(path, $"the certificate ended on {certificate.NotAfter:yyyy-MM-dd}. Ask its issuer for a new one");
        Write(path, () => DurableFile.Replace(path, SelfSigned(key, holder, validity)));
        return ReadCertificate(path, key);
    }

    byte[] SelfSigned(SigningKey key, SealHolder holder, TimeSpan validity)
    {
        using var own = key.Copy();
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion("IN");
        subject.AddOrganizationName(holder.Organisation);
        subject.AddCommonName(holder.Name);
        var request = new CertificateRequest(subject.Build(), own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        // A PDF reader takes a signature as meant only from a key for content commitment (RFC 5280, 4.2.1.3).
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = clock.GetUtcNow();
        // Five minutes back, for verifiers whose clock is a little behind.
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now + validity);
        return Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n");
    }

    static ECDsa ReadKey(string path)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            // A public key alone reads well too, and signs nothing.
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
                throw new KeyFileBrokenException(path, "it is not on the curve P-256");
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new KeyFileBrokenException(path, e is IOException or UnauthorizedAccessException
                ? "it cannot be read by this user" : "it holds no private key in PEM", e);
        }
    }

    static X509Certificate2 ReadCertificate(string path, SigningKey key)
    {
        try
        {
            using var bare = X509Certificate2.CreateFromPem(File.ReadAllText(path));
            using var own = key.Copy();
            return bare.CopyWithPrivateKey(own);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new KeyFileBrokenException(path, "it is not a certificate of the key beside it", e);
        }
    }

    static void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileBrokenException(path, "it cannot be made here", e);
        }
    }

    string PathOf(string name, string ending) => PlainName().IsMatch(name)
        ? Path.Combine(folder, name + ending)
        : throw new ArgumentException($"'{name}' is not a name for a key", nameof(name));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();
}
