using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.Staff;

/// <summary>Why somebody is let choose a password and an authenticator without having any: she is new, or she has lost hers.</summary>
public enum EnrolmentKind { New, Lost }

/// <summary>
/// That an official may enrol once, within a day, with a code of which only hashes are kept. For lost factors it has two
/// halves, each shown once to another person: who asked has the first, who confirmed the second, and neither can use one alone.
/// </summary>
public sealed class Enrolment : IEntityTypeConfiguration<Enrolment>
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);
    const int MostTries = 10;

    public Guid EnrolmentId { get; init; }
    public Guid OfficialId { get; init; }
    public EnrolmentKind Kind { get; init; }
    public Guid AskedById { get; init; }
    public Guid AskedFromId { get; init; }
    public DateTime AskedAt { get; init; }

    /// <summary>Why, as who asked wrote it.</summary>
    public string Words { get; init; } = "";
    public string FirstHalfHash { get; init; } = "";
    public Guid? ConfirmedById { get; set; }
    public string? SecondHalfHash { get; set; }

    /// <summary>A day after it was asked for; once confirmed, a day after that.</summary>
    public DateTime ExpiresAt { get; set; }
    public int Tries { get; set; }

    /// <summary>When it was used, or stopped by the official.</summary>
    public DateTime? EndedAt { get; set; }
    public long Version { get; set; }

    public bool AwaitsConfirmation => Kind == EnrolmentKind.Lost && ConfirmedById is null;

    public bool IsOpen(DateTime now) => EndedAt is null && now < ExpiresAt;

    public bool IsUsable(DateTime now) => IsOpen(now) && !AwaitsConfirmation && Tries < MostTries;

    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("enrolments").HasKey(enrolment => enrolment.EnrolmentId);
        builder.HasOne<Official>().WithMany().HasForeignKey(enrolment => enrolment.OfficialId);
        builder.HasOne<Official>().WithMany().HasForeignKey(enrolment => enrolment.AskedById);
        builder.HasOne<Post>().WithMany().HasForeignKey(enrolment => enrolment.AskedFromId);
        builder.HasOne<Official>().WithMany().HasForeignKey(enrolment => enrolment.ConfirmedById);
    }
}
