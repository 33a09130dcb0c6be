using EkDwar.Catalogue;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Benefits;

/// <summary>Where an instalment stands: to be paid, paid, sent back by the bank until the account is corrected, or never to be paid.</summary>
public enum InstalmentStatus { Open, Paid, Returned, Stopped }

/// <summary>What must be recorded before it is paid: nothing, something that is not recorded yet, that it holds, or that it does not.</summary>
public enum NeedStatus { None, Awaited, Met, Missed }

/// <summary>
/// One part of a sanctioned amount: how much, when it falls due and how it stands now. Amount and day are those of the day
/// of the sanction, whatever the service's file says since. Its history is the case's ledger.
/// </summary>
public sealed class Instalment : IEntityTypeConfiguration<Instalment>
{
    public long CaseId { get; init; }

    /// <summary>From 1, in the order of the service's file.</summary>
    public int Seq { get; init; }
    public Guid OfficeId { get; init; }
    public InstalmentStatus Status { get; set; }
    public NeedStatus Need { get; set; }

    /// <summary>The designation that records it; empty where nothing must hold.</summary>
    public string NeedPost { get; init; } = "";

    /// <summary>The per cent that was recorded, where it is measured.</summary>
    public int? Percent { get; set; }

    /// <summary>In paise.</summary>
    public long AmountMinor { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly? PaidOn { get; set; }

    /// <summary>The bank's number of the payment, as the officer noted it.</summary>
    public string? BankReference { get; set; }
    public DateOnly? ReturnedOn { get; set; }
    public string? ReturnReason { get; set; }
    public long Version { get; set; }

    public InstalmentRule RuleIn(ServiceDefinition service) => service.Sanction!.Instalments[Seq - 1];

    /// <summary>Whether nothing stands against paying it but its day.</summary>
    public bool IsFree => Status == InstalmentStatus.Open && Need is NeedStatus.None or NeedStatus.Met;

    public bool IsPayable(DateOnly today) => IsFree && DueOn <= today;

    /// <summary>The end of the key of the sentence that says how it stands.</summary>
    public string Standing(DateOnly today) => Status switch
    {
        InstalmentStatus.Open when Need == NeedStatus.Awaited => "waits",
        InstalmentStatus.Open when Need == NeedStatus.Missed => "missed",
        InstalmentStatus.Open => DueOn <= today ? "payable" : "due",
        InstalmentStatus.Paid => "paid",
        InstalmentStatus.Returned => "returned",
        _ => "stopped",
    };

    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.ToTable("instalments").HasKey(one => new { one.CaseId, one.Seq });
        builder.Ignore(one => one.IsFree);
        builder.HasOne<Beneficiary>().WithMany().HasForeignKey(one => one.CaseId);
        builder.HasOne<Office>().WithMany().HasForeignKey(one => one.OfficeId);
    }
}
