using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Papers;

/// <summary>
/// One page of a stored paper as it was drawn for officers: the stored file of that picture, sealed under the paper's own
/// key. None when the page cannot be drawn. It can be thrown away at any time and is drawn again.
/// </summary>
public sealed class PaperPicture : IEntityTypeConfiguration<PaperPicture>
{
    public string FileId { get; init; } = "";
    public int Page { get; init; }
    public string? PictureId { get; set; }
    public DateTime DrawnAt { get; set; }

    public void Configure(EntityTypeBuilder<PaperPicture> builder) => builder.ToTable("paper_pictures").HasKey(picture => new { picture.FileId, picture.Page });
}
