using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>The texts of a law that some case may have been counted with, for ever, under their hash. The database refuses to change them.</summary>
public sealed class KeptLaw : IEntityTypeConfiguration<KeptLaw>
{
    public string Sha256 { get; init; } = "";
    public string State { get; init; } = "";
    public string Act { get; init; } = "";
    public string Calendar { get; init; } = "";
    public DateTime KeptAt { get; init; }

    public void Configure(EntityTypeBuilder<KeptLaw> builder) => builder.ToTable("laws").HasKey(law => law.Sha256);
}
