using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// A signed statement, once a minute, of every ledger head that changed and how many there were. Stored here and in a
/// file outside the database: whoever alters, removes or forgets a case must also forge these.
/// </summary>
public sealed class Checkpoint : IEntityTypeConfiguration<Checkpoint>
{
    public long CheckpointNo { get; init; }
    public DateTime At { get; init; }
    public string Body { get; init; } = "";
    public string Signature { get; init; } = "";

    public void Configure(EntityTypeBuilder<Checkpoint> builder)
    {
        builder.ToTable("checkpoints").HasKey(checkpoint => checkpoint.CheckpointNo);
        builder.Property(checkpoint => checkpoint.CheckpointNo).ValueGeneratedNever();
    }
}
