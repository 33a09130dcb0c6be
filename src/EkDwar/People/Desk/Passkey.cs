using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.Desk;

/// <summary>
/// A key pair of an official whose private half never leaves her device; we keep the public half. It stands for password
/// and code together. No attestation is asked, so nothing is known of the device but the name she gave it.
/// </summary>
public sealed class Passkey : IEntityTypeConfiguration<Passkey>
{
    public Guid PasskeyId { get; init; }
    public Guid OfficialId { get; init; }

    /// <summary>The authenticator's name for it, base64url.</summary>
    public string CredentialId { get; init; } = "";

    /// <summary>As COSE writes it.</summary>
    public byte[] PublicKey { get; init; } = [];
    public string Name { get; init; } = "";

    /// <summary>How browsers reach the authenticator (usb, internal, …), divided by spaces.</summary>
    public string Transports { get; init; } = "";

    /// <summary>How often the authenticator says it has signed; it may only grow. Zero for ever where it does not count.</summary>
    public long SignCount { get; set; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }
    public DateTime AddedAt { get; init; }
    public DateTime? UsedAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys").HasKey(passkey => passkey.PasskeyId);
        builder.HasOne<Official>().WithMany().HasForeignKey(passkey => passkey.OfficialId);
    }
}
