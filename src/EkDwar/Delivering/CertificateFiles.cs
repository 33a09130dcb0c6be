using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Delivering;

/// <summary>Reads stored certificates. Who may have one is asked before.</summary>
public sealed class CertificateFiles(FileStore files)
{
    /// <summary>What every stored certificate is bound to.</summary>
    public static byte[] Context => Sealing.Context("certificate");

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public byte[] Read(Certificate certificate, CaseSeal seal) =>
        files.Read(certificate.FileId, Convert.FromBase64String(seal.Open(certificate.Sealed, "certificate", certificate.Seq)), Context);
}
