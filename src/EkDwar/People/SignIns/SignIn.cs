using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.SignIns;

/// <summary>
/// Somebody is signed in on one browser: a citizen's account or an official, never both. Its session's cookie names it, and
/// opens nothing once it is gone; so it is taken away, never marked. Not a record of who did what: that is the ledger's.
/// </summary>
public sealed class SignIn : IEntityTypeConfiguration<SignIn>
{
    public Guid SignInId { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? OfficialId { get; init; }
    public DateTime BeganAt { get; init; }

    /// <summary>When a page was last asked for in it, to within ten minutes.</summary>
    public DateTime SeenAt { get; init; }

    /// <summary>When she last proved a factor in it, by signing in or since; null for a citizen, and where a provider did not say when it asked.</summary>
    public DateTime? ProvedAt { get; set; }

    /// <summary>After this instant no session of it is good, however busy it was.</summary>
    public DateTime EndsAt { get; init; }

    /// <summary>Browser and system as <see cref="Browsers"/> knows them, such as "chrome android".</summary>
    public string Browser { get; init; } = "";

    public void Configure(EntityTypeBuilder<SignIn> builder)
    {
        builder.ToTable("sign_ins").HasKey(one => one.SignInId);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.AccountId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.OfficialId);
    }
}
