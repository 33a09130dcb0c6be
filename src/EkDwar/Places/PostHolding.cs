using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>That an official holds a post from one date to another (or until further notice). A default falls on the holder of that date.</summary>
public sealed class PostHolding : IEntityTypeConfiguration<PostHolding>
{
    public Guid PostHoldingId { get; init; }
    public Guid PostId { get; init; }
    public Guid OfficialId { get; init; }
    public DateOnly FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }

    public void Configure(EntityTypeBuilder<PostHolding> builder)
    {
        builder.ToTable("post_holdings").HasKey(holding => holding.PostHoldingId);
        builder.HasOne<Post>().WithMany().HasForeignKey(holding => holding.PostId);
        // By name: Places and People know nothing of each other.
        builder.HasOne("EkDwar.People.Official", null).WithMany().HasForeignKey(nameof(OfficialId));
    }
}
