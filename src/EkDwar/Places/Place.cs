using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>
/// A place of the administrative tree: state, division, district, taluka, village, corporation. What it is called and where it
/// lies changes with time and stands in its spells. Census and LGD codes are different things and both kept; an unknown one is
/// empty, never invented.
/// </summary>
public sealed class Place : IEntityTypeConfiguration<Place>
{
    public Guid PlaceId { get; init; }
    public string State { get; init; } = "";

    /// <summary>Our own code within the state, such as <c>pune.haveli.wagholi</c>: never changed and never given again, wherever the place comes to lie.</summary>
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? CensusCode { get; set; }
    public string? LgdCode { get; set; }

    public void Configure(EntityTypeBuilder<Place> builder) => builder.ToTable("places").HasKey(place => place.PlaceId);
}
