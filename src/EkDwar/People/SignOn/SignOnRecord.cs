using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.SignOn;

/// <summary>What became of somebody the provider sent back with a token. Whoever has none leaves no row.</summary>
public enum SignOnOutcome
{
    /// <summary>Signed in, with both factors.</summary>
    Recognised,

    /// <summary>Recognised by the provider; the house asks for the second factor.</summary>
    FactorAsked,

    /// <summary>The second factor was wrong.</summary>
    FactorWrong,

    /// <summary>No official of this state has that login.</summary>
    Unknown,

    /// <summary>The login belongs to an official whom the provider knew as somebody else before.</summary>
    AnotherPerson,

    /// <summary>Too many wrong tries: nobody comes in for some minutes.</summary>
    Locked,

    /// <summary>She has to choose a password and authenticator of the house first.</summary>
    NotEnrolled,

    /// <summary>She was signed in and had to prove anew who she is: she was not asked anew, or not with two factors, or somebody else was.</summary>
    NotAnew,

    /// <summary>The token was none that may be believed.</summary>
    NotBelieved,
}

/// <summary>That somebody signed in, or tried to, by a state's own sign-on. Kept for a year; her own are shown to an official.</summary>
public sealed class SignOnRecord : IEntityTypeConfiguration<SignOnRecord>
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public Guid SignOnId { get; init; }
    public string State { get; init; } = "";
    public DateTime At { get; init; }
    public SignOnOutcome Outcome { get; init; }

    /// <summary>As <see cref="SignOnLink.SubjectHash"/>; empty where nothing was believed.</summary>
    public string SubjectHash { get; init; } = "";
    public Guid? OfficialId { get; init; }

    public void Configure(EntityTypeBuilder<SignOnRecord> builder)
    {
        builder.ToTable("sign_ons").HasKey(record => record.SignOnId);
        builder.HasOne<Official>().WithMany().HasForeignKey(record => record.OfficialId);
    }
}
