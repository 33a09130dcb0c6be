using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// What an official had typed about a case when her session ended, or before she had proved who she is, sealed with the case's key; for her, from that post, on
/// that page. Not part of the record: the ledger knows nothing of it, and it goes when it was used or after a day.
/// </summary>
public sealed class UnsentForm : IEntityTypeConfiguration<UnsentForm>
{
    public long CaseId { get; init; }
    public Guid PostId { get; init; }
    public Guid OfficialId { get; init; }

    /// <summary>The page of the case it was typed on: case, grant, refuse, certificate, benefit, set-aside.</summary>
    public string Page { get; init; } = "";
    public byte[] Fields { get; set; } = [];
    public DateTime KeptAt { get; set; }

    public void Configure(EntityTypeBuilder<UnsentForm> builder)
    {
        builder.ToTable("unsent_forms").HasKey(form => new { form.CaseId, form.PostId, form.OfficialId, form.Page });
        builder.HasOne<Case>().WithMany().HasForeignKey(form => form.CaseId);
        builder.HasOne<Post>().WithMany().HasForeignKey(form => form.PostId);
        builder.HasOne<Official>().WithMany().HasForeignKey(form => form.OfficialId);
    }
}
