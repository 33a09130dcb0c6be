using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Processing.Transfers;

/// <summary>One post of a transfer: the holding it ends, with the last day that one had before, and the one it begins. What is needed to undo it.</summary>
public sealed class TransferLine : IEntityTypeConfiguration<TransferLine>
{
    public Guid TransferId { get; init; }
    public Guid PostId { get; init; }
    public Guid? FromHoldingId { get; init; }
    public DateOnly? FromUntilOn { get; init; }
    public Guid? ToHoldingId { get; init; }

    public void Configure(EntityTypeBuilder<TransferLine> builder)
    {
        builder.ToTable("transfer_lines").HasKey(line => new { line.TransferId, line.PostId });
        builder.HasOne<Transfer>().WithMany().HasForeignKey(line => line.TransferId);
        builder.HasOne<Post>().WithMany().HasForeignKey(line => line.PostId);
        builder.HasOne<PostHolding>().WithMany().HasForeignKey(line => line.FromHoldingId);
        builder.HasOne<PostHolding>().WithMany().HasForeignKey(line => line.ToHoldingId);
    }
}
