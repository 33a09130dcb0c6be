using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Visits;

/// <summary>How a field visit stands. That it is past its time, or needed no more, is told by the case and the clock as well.</summary>
public enum VisitStatus { Waiting, Reported, Withdrawn, Expired }

/// <summary>
/// One visit that a desk asked of somebody outside the house, by a link to a phone. The link's token is not kept, only its
/// hash; who was asked, for what, and what came of it is sealed with the case. It is no work item: the case stays on its desk.
/// </summary>
public sealed class FieldVisit : IEntityTypeConfiguration<FieldVisit>
{
    public long CaseId { get; init; }

    /// <summary>Counts from 1 within the case.</summary>
    public int Seq { get; init; }

    /// <summary>From which, under the house's key, the token of the link is made.</summary>
    public Guid VisitId { get; init; }
    public string TokenHash { get; init; } = "";
    public VisitStatus Status { get; set; }

    /// <summary>The stage and the post that asked for it, and the official who did so from there.</summary>
    public string Stage { get; init; } = "";
    public Guid PostId { get; init; }
    public Guid OfficialId { get; init; }
    public DateTime AskedAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? EndedAt { get; set; }

    /// <summary>A <see cref="VisitRequest"/>, sealed under the case's key.</summary>
    public byte[] Request { get; init; } = [];

    /// <summary>A <see cref="VisitReport"/>, sealed under the case's key: while it waits, the photos that came so far; null when nothing has.</summary>
    public byte[]? Report { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<FieldVisit> builder)
    {
        builder.ToTable("field_visits").HasKey(visit => new { visit.CaseId, visit.Seq });
        builder.HasOne<Case>().WithMany().HasForeignKey(visit => visit.CaseId);
        builder.HasOne<Post>().WithMany().HasForeignKey(visit => visit.PostId);
        builder.HasOne<Official>().WithMany().HasForeignKey(visit => visit.OfficialId);
    }
}
