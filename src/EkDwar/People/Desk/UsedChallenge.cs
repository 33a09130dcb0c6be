using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.Desk;

/// <summary>That a passkey's challenge has been answered, rightly or not, and is good no more. Kept until it would be too old anyway.</summary>
public sealed class UsedChallenge : IEntityTypeConfiguration<UsedChallenge>
{
    public Guid ChallengeId { get; init; }
    public DateTime UsedAt { get; init; }

    public void Configure(EntityTypeBuilder<UsedChallenge> builder) => builder.ToTable("used_challenges").HasKey(used => used.ChallengeId);
}
