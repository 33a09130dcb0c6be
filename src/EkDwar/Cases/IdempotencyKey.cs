using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>A form's once-only token and what came of it: a double click, a Back or a retry gets the same answer.</summary>
public sealed class IdempotencyKey : IEntityTypeConfiguration<IdempotencyKey>
{
    public string Token { get; init; } = "";
    public string Answer { get; init; } = "";
    public DateTime At { get; init; }

    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys").HasKey(key => key.Token);
    }
}
