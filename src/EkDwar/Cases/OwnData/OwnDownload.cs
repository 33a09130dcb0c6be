using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.OwnData;

/// <summary>That somebody was given her data: when, and of which year. Written before the first byte leaves; it says nothing about whether it arrived.</summary>
public sealed class OwnDownload : IEntityTypeConfiguration<OwnDownload>
{
    public Guid PersonId { get; init; }
    public DateOnly GivenOn { get; init; }

    /// <summary>Which of the day; two that begin at one moment are not both the same.</summary>
    public int Seq { get; init; }
    public DateTime GivenAt { get; init; }

    /// <summary>Null where it was everything.</summary>
    public int? Year { get; init; }

    public void Configure(EntityTypeBuilder<OwnDownload> builder)
    {
        builder.ToTable("own_downloads").HasKey(one => new { one.PersonId, one.GivenOn, one.Seq });
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
    }
}
