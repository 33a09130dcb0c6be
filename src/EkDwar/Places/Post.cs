using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>A designation at an office. Work belongs to posts; people hold posts between dates. Not a person.</summary>
public sealed class Post : IEntityTypeConfiguration<Post>
{
    public Guid PostId { get; init; }
    public Guid OfficeId { get; init; }

    /// <summary>What kind of post, as service definitions name it: clerk, circle_officer, tahsildar.</summary>
    public string Designation { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Moves with every change of who holds it, so that of two such changes at once one is told so.</summary>
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(post => post.PostId);
        builder.Property(post => post.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Office>().WithMany().HasForeignKey(post => post.OfficeId);
    }
}
