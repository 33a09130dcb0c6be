using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Places;

/// <summary>
/// That the holder of a post lets another official of her office act from it beside her, from one day to another, both included.
/// No holding: defaults fall on the holder, and the delegate signs nothing. It lives as long as both holdings it stands on, hers
/// and the delegate's own of another post, and rests on a day on which either of the two is on leave.
/// </summary>
public sealed class Delegation : IEntityTypeConfiguration<Delegation>
{
    public Guid DelegationId { get; init; }

    /// <summary>The holding from which it was given: it says of which post, and by whom.</summary>
    public Guid HoldingId { get; init; }

    /// <summary>The delegate's holding of a post of her own: it says who she is.</summary>
    public Guid OwnHoldingId { get; init; }
    public DateOnly FromOn { get; init; }

    /// <summary>The last day. One before the first means that it was taken back before it began, or on its first day.</summary>
    public DateOnly UntilOn { get; set; }
    public long Version { get; set; }

    public bool Covers(DateOnly day) => FromOn <= day && UntilOn >= day;

    /// <summary>Whether it and these days have one in common.</summary>
    public bool Meets(DateOnly from, DateOnly until) => UntilOn >= FromOn && FromOn <= until && UntilOn >= from;

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations").HasKey(delegation => delegation.DelegationId);
        builder.HasOne<PostHolding>().WithMany().HasForeignKey(delegation => delegation.HoldingId);
        builder.HasOne<PostHolding>().WithMany().HasForeignKey(delegation => delegation.OwnHoldingId);
    }
}
