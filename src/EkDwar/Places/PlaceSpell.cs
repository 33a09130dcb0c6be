using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>What a place was called and in which place it lay from one day to another, both included. Spells of a place never overlap and leave no day out.</summary>
public sealed class PlaceSpell : IEntityTypeConfiguration<PlaceSpell>
{
    /// <summary>Where a spell begins of which nobody told when it began: earlier than any case.</summary>
    public static readonly DateOnly AsFarBackAsKnown = new(1900, 1, 1);

    public Guid PlaceId { get; init; }
    public DateOnly FromOn { get; init; }

    /// <summary>Its last day; null while nothing ends it.</summary>
    public DateOnly? UntilOn { get; set; }
    public Guid? ParentId { get; set; }
    public LocalText Names { get; set; } = [];

    /// <summary>The import that told of it.</summary>
    public Guid PlaceImportId { get; set; }

    public void Configure(EntityTypeBuilder<PlaceSpell> builder)
    {
        builder.ToTable("place_spells").HasKey(spell => new { spell.PlaceId, spell.FromOn });
        builder.Property(spell => spell.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Place>().WithMany().HasForeignKey(spell => spell.PlaceId);
        builder.HasOne<Place>().WithMany().HasForeignKey(spell => spell.ParentId);
        builder.HasOne<PlaceImport>().WithMany().HasForeignKey(spell => spell.PlaceImportId);
    }
}

/// <summary>That a place came out of another on a day: by a merger, which ends the other, or by a split, which need not.</summary>
public sealed class PlaceOrigin : IEntityTypeConfiguration<PlaceOrigin>
{
    public Guid PlaceId { get; init; }
    public Guid OriginId { get; init; }
    public DateOnly CameOn { get; init; }

    public void Configure(EntityTypeBuilder<PlaceOrigin> builder)
    {
        builder.ToTable("place_origins").HasKey(origin => new { origin.PlaceId, origin.OriginId });
        builder.HasOne<Place>().WithMany().HasForeignKey(origin => origin.PlaceId);
        builder.HasOne<Place>().WithMany().HasForeignKey(origin => origin.OriginId);
    }
}

/// <summary>That the places of a state were changed from a file, and how many. By its coming other nodes learn that what they remember is old.</summary>
public sealed class PlaceImport : IEntityTypeConfiguration<PlaceImport>
{
    public Guid PlaceImportId { get; init; }
    public string State { get; init; } = "";
    public string File { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Ended { get; init; }
    public DateTime ImportedAt { get; init; }

    public void Configure(EntityTypeBuilder<PlaceImport> builder) => builder.ToTable("place_imports").HasKey(import => import.PlaceImportId);
}
