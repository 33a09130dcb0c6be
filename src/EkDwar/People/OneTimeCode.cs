using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People;

/// <summary>
/// A six-digit code sent to a mobile for one purpose; valid ten minutes, five tries. A newer one does not end an older
/// one inside its window. Only its keyed hash is kept.
/// </summary>
public sealed class OneTimeCode : IEntityTypeConfiguration<OneTimeCode>
{
    public Guid CodeId { get; init; }
    public string MobileHash { get; init; } = "";

    /// <summary>Keyed hash of the network that asked for it; null where nothing is limited by it.</summary>
    public string? NetworkHash { get; init; }
    public string Purpose { get; init; } = "";
    public string CodeHash { get; init; } = "";
    public DateTime SentAt { get; init; }
    public DateTime ExpiresAt { get; init; }
    public int Tries { get; set; }
    public DateTime? UsedAt { get; set; }

    public void Configure(EntityTypeBuilder<OneTimeCode> builder) => builder.ToTable("one_time_codes").HasKey(code => code.CodeId);
}
