using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.ByName;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People;

/// <summary>
/// Somebody in office, who signs in with a password and a second factor, or with a passkey. Ten wrong tries lock both ways
/// for fifteen minutes. What she may do comes from the posts she holds.
/// </summary>
public sealed class Official : IEntityTypeConfiguration<Official>
{
    const int TriesBeforeLock = 10;
    static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);
    public static readonly Refusal Locked = new("people.desk_locked", "login");

    public Guid OfficialId { get; init; }
    public string Login { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public string PasswordHash { get; set; } = "";

    /// <summary>The shared secret of RFC 6238, sealed.</summary>
    public byte[] TotpSecret { get; set; } = [];

    /// <summary>The time step of the last code used; a code is good once.</summary>
    public long TotpLastStep { get; set; }
    public int FailedTries { get; set; }
    public DateTime? LockedUntil { get; set; }

    /// <summary>When password, authenticator and passkeys were last taken from her because she had lost them: no session begun before is good.</summary>
    public DateTime? FactorsEndedAt { get; set; }
    public long Version { get; set; }

    /// <summary>By which she is found; made with her, since a name stays as it was entered.</summary>
    public IReadOnlyCollection<OfficialWord> Words { get; init; } = [];

    public void Recognised() => (FailedTries, LockedUntil) = (0, null);

    public void Mistaken(DateTime now)
    {
        FailedTries++;
        if (FailedTries % TriesBeforeLock == 0) LockedUntil = now + LockFor;
    }

    public void Configure(EntityTypeBuilder<Official> builder)
    {
        builder.ToTable("officials").HasKey(official => official.OfficialId);
        builder.Property(official => official.Names).HasConversion<LocalTextColumn, LocalTextComparer>();
    }
}
