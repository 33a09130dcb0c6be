using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>Where posts sit, and the place they serve.</summary>
public sealed class Office : IEntityTypeConfiguration<Office>
{
    public Guid OfficeId { get; init; }
    public string State { get; init; } = "";
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public Guid PlaceId { get; init; }

    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices").HasKey(office => office.OfficeId);
        builder.Property(office => office.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Place>().WithMany().HasForeignKey(office => office.PlaceId);
    }
}
