using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>
/// A designation at an office. Work belongs to posts; people hold posts between dates. Not a person. Where an office has
/// several posts of a designation, one more stands for all of them: the desk they share, which nobody holds.
/// </summary>
public sealed class Post : IEntityTypeConfiguration<Post>
{
    public Guid PostId { get; init; }
    public Guid OfficeId { get; init; }

    /// <summary>What kind of post, as service definitions name it: clerk, circle_officer, tahsildar.</summary>
    public string Designation { get; init; } = "";

    /// <summary>Which of the posts of this designation at the office, from 1; <see cref="Shared"/> is the desk of all of them.</summary>
    public int Number { get; init; } = 1;
    public LocalText Names { get; set; } = [];

    /// <summary>Moves with every change of who holds it, so that of two such changes at once one is told so.</summary>
    public long Version { get; set; }

    /// <summary>The number of a shared desk. Work for several posts arrives there, until one of them claims it.</summary>
    public const int Shared = 0;

    public bool IsShared => Number == Shared;

    /// <summary>Whether both are posts, or the shared desk, of one designation at one office.</summary>
    public bool IsLike(Post other) => OfficeId == other.OfficeId && Designation == other.Designation;

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(post => post.PostId);
        builder.Property(post => post.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Office>().WithMany().HasForeignKey(post => post.OfficeId);
    }
}
