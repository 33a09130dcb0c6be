using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>The days, first and last included, on which an official acts from no post of hers. She keeps the posts; why she is away is nobody's business here.</summary>
public sealed class Leave : IEntityTypeConfiguration<Leave>
{
    public Guid LeaveId { get; init; }
    public Guid OfficialId { get; init; }
    public DateOnly FromOn { get; init; }

    /// <summary>The last day. One before the first means that it was taken back before it began.</summary>
    public DateOnly UntilOn { get; set; }
    public long Version { get; set; }

    public bool Covers(DateOnly day) => FromOn <= day && UntilOn >= day;

    public bool Meets(DateOnly from, DateOnly until) => UntilOn >= FromOn && FromOn <= until && UntilOn >= from;

    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.ToTable("leaves").HasKey(leave => leave.LeaveId);
        // By name: Places and People know nothing of each other.
        builder.HasOne("EkDwar.People.Official", null).WithMany().HasForeignKey(nameof(OfficialId));
    }
}
