using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>As whom an official holds a post: it is hers, or she has additional charge of it while nobody whose it is can act.</summary>
public enum HoldingKind { Holder, Charge }

/// <summary>
/// That an official holds a post, or has charge of it, from one day to another, both included, or until further notice.
/// A default falls on whoever acted on that date.
/// </summary>
public sealed class PostHolding : IEntityTypeConfiguration<PostHolding>
{
    public Guid PostHoldingId { get; init; }
    public Guid PostId { get; init; }
    public Guid OfficialId { get; init; }
    public HoldingKind Kind { get; init; }
    public DateOnly FromOn { get; init; }

    /// <summary>The last day. One before the first means that it was taken back before it began.</summary>
    public DateOnly? UntilOn { get; set; }
    public long Version { get; set; }

    public bool Covers(DateOnly day) => FromOn <= day && (UntilOn is null || UntilOn >= day);

    /// <summary>Whether it and these days have one in common; no last day is for ever.</summary>
    public bool Meets(DateOnly from, DateOnly? until) => !(UntilOn < FromOn) && (until is null || FromOn <= until) && (UntilOn is null || UntilOn >= from);

    public void Configure(EntityTypeBuilder<PostHolding> builder)
    {
        builder.ToTable("post_holdings").HasKey(holding => holding.PostHoldingId);
        builder.HasOne<Post>().WithMany().HasForeignKey(holding => holding.PostId);
        // By name: Places and People know nothing of each other.
        builder.HasOne("EkDwar.People.Official", null).WithMany().HasForeignKey(nameof(OfficialId));
    }
}
