using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Benefits;

/// <summary>Whether a benefit is paid: yes; not until she has proved that she lives; never again.</summary>
public enum BenefitStatus { Active, Suspended, Stopped }

/// <summary>
/// An entry of the beneficiary register: what was sanctioned on a case, and how it stands now. Its history is the case's
/// ledger, which nobody can rewrite. Name and account are not here: they are the case's answers, under its key.
/// </summary>
public sealed class Beneficiary : IEntityTypeConfiguration<Beneficiary>
{
    public long CaseId { get; init; }
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";
    public Guid OfficeId { get; init; }
    public Guid PersonId { get; init; }
    public BenefitStatus Status { get; set; }

    /// <summary>In paise: a month, or all instalments.</summary>
    public long AmountMinor { get; init; }
    public DateOnly StartedOn { get; init; }

    /// <summary>The last day for which it is proved that she lives; of a benefit in instalments, the last of what was sanctioned.</summary>
    public DateOnly HoldsUntil { get; set; }
    public DateOnly? StoppedOn { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Beneficiary> builder)
    {
        builder.ToTable("beneficiaries").HasKey(one => one.CaseId);
        builder.Property(one => one.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        builder.HasOne<Office>().WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
    }
}
