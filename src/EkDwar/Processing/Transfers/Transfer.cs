using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Processing.Transfers;

/// <summary>
/// An order that moves several officials of an office on one date. Its holdings are written with that date when it is
/// planned, so that it takes force by itself at midnight: nothing has to run then, and nothing can fail.
/// </summary>
public sealed class Transfer : IEntityTypeConfiguration<Transfer>
{
    public Guid TransferId { get; init; }
    public Guid OfficeId { get; init; }
    public DateOnly TakesForceOn { get; init; }

    /// <summary>The order's number and date.</summary>
    public string Words { get; init; } = "";
    public Guid PlannedById { get; init; }
    public DateTime PlannedAt { get; init; }
    public DateTime? UndoneAt { get; set; }
    public long Version { get; set; }

    public bool MayBeUndone(DateOnly today) => UndoneAt is null && TakesForceOn > today;

    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfers").HasKey(transfer => transfer.TransferId);
        builder.HasOne<Office>().WithMany().HasForeignKey(transfer => transfer.OfficeId);
        builder.HasOne<Official>().WithMany().HasForeignKey(transfer => transfer.PlannedById);
    }
}
