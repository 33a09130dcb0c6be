using EkDwar.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Applying;

/// <summary>The pages of a missing paper that came one by one and are not given yet; sealed under the case's key. They go when the paper is given.</summary>
public sealed class GivenPages : IEntityTypeConfiguration<GivenPages>
{
    public long CaseId { get; init; }
    public string Question { get; init; } = "";
    public byte[] Pages { get; set; } = [];
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<GivenPages> builder)
    {
        builder.ToTable("given_pages").HasKey(pages => new { pages.CaseId, pages.Question });
        builder.HasOne<Case>().WithMany().HasForeignKey(pages => pages.CaseId);
    }
}
