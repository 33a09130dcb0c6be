using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Corrections;

/// <summary>
/// What an applicant corrects in an application she has sent, before it is part of it: while she is writing, and while the office
/// has still to accept or decline. Sealed under the case's key. Not an answer to a query, which the office asked for.
/// </summary>
public sealed class Correction : IEntityTypeConfiguration<Correction>
{
    public long CaseId { get; init; }
    public byte[] Answers { get; set; } = [];

    /// <summary>When she asked the office for it; null while she is writing.</summary>
    public DateTime? AskedAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections").HasKey(correction => correction.CaseId);
        builder.Property(correction => correction.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(correction => correction.CaseId);
    }
}
