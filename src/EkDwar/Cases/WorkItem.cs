using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// A case on a post's desk, or on a desk that several share. Open until the post acts, or the case goes to another desk of
/// its stage; then the next post gets an item of its own.
/// </summary>
public sealed class WorkItem : IEntityTypeConfiguration<WorkItem>
{
    public long CaseId { get; init; }
    public int Seq { get; init; }
    public Guid PostId { get; init; }
    public string Stage { get; init; } = "";
    public DateTime SinceAt { get; init; }

    /// <summary>When the case came to this stage, where it lay on another desk of the stage before; null where this is its first.</summary>
    public DateTime? StageSinceAt { get; init; }
    public DateOnly? DueOn { get; set; }
    public bool IsPaused { get; set; }

    // What a desk is narrowed by stands here as well as on the case: one index then reads and counts it.
    public string ServiceId { get; init; } = "";

    /// <summary>Whether the case waits for the citizen's side, whatever her clock does; else the desk is to act.</summary>
    public bool IsWithApplicant { get; set; }

    /// <summary>Whether it was sent for an urgent tier.</summary>
    public bool IsUrgent { get; init; }
    public DateTime? DoneAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items").HasKey(item => new { item.CaseId, item.Seq });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.CaseId);
        builder.HasOne<Post>().WithMany().HasForeignKey(item => item.PostId);
    }
}
