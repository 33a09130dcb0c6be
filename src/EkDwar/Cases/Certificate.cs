using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>Whether a certificate may be relied on. A replaced one was not wrong to issue; a revoked one must not be used.</summary>
public enum CertificateStatus { Valid, Revoked, Replaced }

/// <summary>
/// A signed certificate of a case; the seq counts the case's certificates. Its number is the case's reference and seq.
/// What it states is in the file and under seal, never in clear here.
/// </summary>
public sealed class Certificate : IEntityTypeConfiguration<Certificate>
{
    public long CaseId { get; init; }
    public int Seq { get; init; }
    public CertificateStatus Status { get; set; }
    public DateTime IssuedAt { get; init; }
    public Guid OfficeId { get; init; }

    /// <summary>The post that decided, and may revoke.</summary>
    public Guid PostId { get; init; }

    /// <summary>Of a licence: the first and the last day on which it holds. Ended, it is still not taken back.</summary>
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public string FileId { get; init; } = "";
    public long FileLength { get; init; }

    /// <summary>The size a link to it names, in kilobytes of 1,024 bytes: never none.</summary>
    public string Kilobytes => $"{Math.Max(1, FileLength / 1024)}";

    /// <summary>The file's own key, sealed under the case's.</summary>
    public byte[] Sealed { get; init; } = [];

    /// <summary>SHA-256 of the QR payload and of the signed PDF: a presented one is compared in full.</summary>
    public string PayloadHash { get; init; } = "";
    public string PdfHash { get; init; } = "";
    public DateTime? EndedAt { get; set; }
    public long Version { get; set; }

    public bool HasEnded(DateOnly today) => ValidUntil is { } until && until < today;

    /// <summary>What every stored certificate is bound to.</summary>
    public static byte[] Context => Sealing.Context("certificate");

    /// <summary>The signed PDF. Who may have it is asked before.</summary>
    public byte[] Read(FileStore files, CaseSeal seal) => files.Read(FileId, Convert.FromBase64String(seal.Open(Sealed, "certificate", Seq)), Context);

    public string NumberOf(CaseReference reference) => $"{reference}-{Seq}";

    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates").HasKey(certificate => new { certificate.CaseId, certificate.Seq });
        builder.HasOne<Case>().WithMany().HasForeignKey(certificate => certificate.CaseId);
        builder.HasOne<Office>().WithMany().HasForeignKey(certificate => certificate.OfficeId);
        builder.HasOne<Post>().WithMany().HasForeignKey(certificate => certificate.PostId);
    }
}
