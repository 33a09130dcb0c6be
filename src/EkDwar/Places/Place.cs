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

    /// <summary>How many people were counted there, in which year, by which source; all three or none.</summary>
    public int? People { get; set; }
    public int? PeopleYear { get; set; }
    public string? PeopleSource { get; set; }

    public Population? Population => People is { } people && PeopleYear is { } year ? new() { People = people, Year = year, Source = PeopleSource ?? "" } : null;

    public void Configure(EntityTypeBuilder<Place> builder) => builder.ToTable("places").Ignore(place => place.Population).HasKey(place => place.PlaceId);
}
