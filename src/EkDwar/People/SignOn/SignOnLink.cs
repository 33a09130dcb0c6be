using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.SignOn;

/// <summary>
/// Which person of a state's provider an official is: made at her first sign-on, by the login its claim names, and from then on
/// found by the provider's own lasting subject. A login given to somebody else there opens nothing here.
/// </summary>
public sealed class SignOnLink : IEntityTypeConfiguration<SignOnLink>
{
    public Guid OfficialId { get; init; }
    public string State { get; init; } = "";

    /// <summary>A keyed hash of issuer and subject.</summary>
    public string SubjectHash { get; init; } = "";
    public DateTime LinkedAt { get; init; }

    public void Configure(EntityTypeBuilder<SignOnLink> builder)
    {
        builder.ToTable("sign_on_links").HasKey(link => new { link.OfficialId, link.State });
        builder.HasOne<Official>().WithMany().HasForeignKey(link => link.OfficialId);
    }
}
