using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// What is owed back: for a refusal that was set aside the fee, or one new application for the same service free of charge,
/// to the same person, and not both; for an application taken back a fee that was handed in. Of a fee by the key of the refused case; used once, whoever asks at the same time.
/// </summary>
public sealed class FeeCredit : IEntityTypeConfiguration<FeeCredit>
{
    /// <summary>The case the fee was paid for.</summary>
    public long CaseId { get; init; }
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";
    public Guid PersonId { get; init; }

    /// <summary>The fee that was paid for that case, in paise; 0 where none was, or where it went back already.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Whether it was handed in at an office, and so is handed back there.</summary>
    public bool IsByHand { get; init; }
    public string OrderNo { get; init; } = "";
    public DateOnly OrderOn { get; init; }
    public DateTime GrantedAt { get; init; }

    /// <summary>The new application it paid for.</summary>
    public long? UsedForCaseId { get; set; }
    public DateTime? RefundAskedAt { get; set; }

    /// <summary>When the office handed the fee back; null of one that the gateway sends back.</summary>
    public DateTime? ReturnedAt { get; set; }
    public long Version { get; set; }

    public bool IsOpen => UsedForCaseId is null && RefundAskedAt is null;

    public CaseReference Reference => CaseReference.Of(State.ToUpperInvariant(), CaseId);

    public void Configure(EntityTypeBuilder<FeeCredit> builder)
    {
        builder.ToTable("fee_credits").HasKey(credit => credit.CaseId);
        builder.Property(credit => credit.CaseId).ValueGeneratedNever();
        builder.Ignore(credit => credit.IsOpen).Ignore(credit => credit.Reference);
        builder.HasOne<Case>().WithMany().HasForeignKey(credit => credit.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(credit => credit.PersonId);
    }
}

/// <summary>Finds what is left of set-aside refusals.</summary>
public static class FeeCredits
{
    /// <summary>The oldest that lets this person apply for this service free of charge; null when there is none.</summary>
    public static Task<FeeCredit?> CreditOf(this EkDwarDb db, Guid personId, string state, string serviceId) => db.Set<FeeCredit>()
        .Where(credit => credit.PersonId == personId && credit.State == state && credit.ServiceId == serviceId && credit.UsedForCaseId == null && credit.RefundAskedAt == null
            // Where nothing was paid nothing is owed, unless the refused application was itself the free one.
            && (credit.AmountMinor > 0 || db.Set<FeeCredit>().Any(earlier => earlier.UsedForCaseId == credit.CaseId)))
        .OrderBy(credit => credit.GrantedAt).FirstOrDefaultAsync();
}
