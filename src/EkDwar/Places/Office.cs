using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>Where posts sit, and the place they serve from one day to another. Cases it has stay with it when it serves no more.</summary>
public sealed class Office : IEntityTypeConfiguration<Office>
{
    public Guid OfficeId { get; init; }
    public string State { get; init; } = "";
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public Guid PlaceId { get; init; }

    /// <summary>The kinds of place below its own, a space between two, for which it acts where one has no office of its own. Empty: it serves its own place and acts for nobody else.</summary>
    public string ActsFor { get; init; } = "";
    public DateOnly FromOn { get; init; } = PlaceSpell.AsFarBackAsKnown;
    public DateOnly? UntilOn { get; set; }

    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices").HasKey(office => office.OfficeId);
        builder.Property(office => office.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Place>().WithMany().HasForeignKey(office => office.PlaceId);
    }
}
