using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>
/// A place of the administrative tree: state, division, district, sub-division, taluka, circle, village. Census and LGD
/// codes are different things and both kept; an unknown one is empty, never invented.
/// </summary>
public sealed class Place : IEntityTypeConfiguration<Place>
{
    public Guid PlaceId { get; init; }
    public string State { get; init; } = "";

    /// <summary>Our own stable code within the state, such as <c>pune.haveli.wagholi</c>.</summary>
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public Guid? ParentId { get; init; }
    public LocalText Names { get; init; } = [];
    public string? CensusCode { get; init; }
    public string? LgdCode { get; init; }

    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places").HasKey(place => place.PlaceId);
        builder.Property(place => place.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Place>().WithMany().HasForeignKey(place => place.ParentId);
    }
}
