using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Foundation.Files;

namespace EkDwar.Delivering;

/// <summary>Reads stored certificates. Who may have one is asked before.</summary>
public sealed class CertificateFiles(FileStore files)
{
    /// <summary>What every stored certificate is bound to.</summary>
    public static byte[] Context => Certificate.Context;

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public byte[] Read(Certificate certificate, CaseSeal seal) => certificate.Read(files, seal);
}
