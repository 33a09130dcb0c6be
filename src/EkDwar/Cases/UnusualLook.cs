using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// That an official's looks were of a kind her state holds worth a second glance, in which time. What was seen is in the looks of
/// that time, which nobody can change. It stops nobody, says nothing against anybody, and no citizen is shown it.
/// </summary>
public sealed class UnusualLook : IEntityTypeConfiguration<UnusualLook>
{
    public Guid UnusualId { get; init; }
    public Guid OfficialId { get; init; }
    public Guid PostId { get; init; }
    public Guid OfficeId { get; init; }

    /// <summary>The rule of the state's file.</summary>
    public string Rule { get; init; } = "";
    public DateTime FromAt { get; init; }
    public DateTime UntilAt { get; init; }
    public DateTime RaisedAt { get; init; }
    public DateTime? ClosedAt { get; set; }
    public Guid? ClosedById { get; set; }

    /// <summary>What explains it, in the words of the administrator who closed it.</summary>
    public string? Words { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<UnusualLook> builder)
    {
        builder.ToTable("unusual_looks").HasKey(one => one.UnusualId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.OfficialId);
        builder.HasOne<Post>().WithMany().HasForeignKey(one => one.PostId);
        builder.HasOne<Office>().WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.ClosedById);
    }
}
