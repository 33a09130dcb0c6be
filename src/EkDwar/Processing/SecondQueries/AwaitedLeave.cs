using EkDwar.Cases;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Processing.SecondQueries;

/// <summary>
/// That this post may let another one ask a citizen a second time: it stood over that post when it asked. What was asked and
/// what was answered stands in the ledger of the case, not here.
/// </summary>
public sealed class AwaitedLeave : IEntityTypeConfiguration<AwaitedLeave>
{
    public Guid PostId { get; init; }
    public long CaseId { get; init; }

    /// <summary>The number of the ledger's entry that asks.</summary>
    public int Seq { get; init; }
    public Guid AskedFromId { get; init; }
    public Guid AskedById { get; init; }
    public DateTime AskedAt { get; init; }

    /// <summary>Null while nobody has answered and it was not taken back; then the same for every post that could have.</summary>
    public DateTime? AnsweredAt { get; set; }

    public void Configure(EntityTypeBuilder<AwaitedLeave> builder)
    {
        builder.ToTable("awaited_leaves").HasKey(leave => new { leave.PostId, leave.CaseId, leave.Seq });
        builder.HasOne<Post>().WithMany().HasForeignKey(leave => leave.PostId);
        builder.HasOne<Case>().WithMany().HasForeignKey(leave => leave.CaseId);
        builder.HasOne<Post>().WithMany().HasForeignKey(leave => leave.AskedFromId);
        builder.HasOne<Official>().WithMany().HasForeignKey(leave => leave.AskedById);
    }
}
