using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Names;

/// <summary>That an official searched: who, from which post, when, what she asked (sealed under the key of that month) and how many cases it found. Never changed.</summary>
public sealed class Search : IEntityTypeConfiguration<Search>
{
    public Guid SearchId { get; init; }
    public DateTime At { get; init; }
    public Guid OfficialId { get; init; }
    public Guid PostId { get; init; }
    public byte[] Asked { get; init; } = [];

    /// <summary>As many as were counted, which is never more than a search shows.</summary>
    public int Found { get; init; }

    public void Configure(EntityTypeBuilder<Search> builder)
    {
        builder.ToTable("searches").HasKey(search => search.SearchId);
        builder.HasOne<Official>().WithMany().HasForeignKey(search => search.OfficialId);
        builder.HasOne<Post>().WithMany().HasForeignKey(search => search.PostId);
    }
}

/// <summary>The key of what was asked in one month, under the master key. Null once its time is over: who searched when stays known, and what for is gone.</summary>
public sealed class SearchMonth : IEntityTypeConfiguration<SearchMonth>
{
    /// <summary>Such as 202607, by the state's calendar.</summary>
    public int Month { get; init; }
    public byte[]? WrappedKey { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<SearchMonth> builder)
    {
        builder.ToTable("search_months").HasKey(month => month.Month);
        builder.Property(month => month.Month).ValueGeneratedNever();
    }
}
