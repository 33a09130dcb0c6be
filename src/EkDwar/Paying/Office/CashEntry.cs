using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Paying.Office;

/// <summary>Why an office's cash book has an entry.</summary>
public enum CashKind
{
    /// <summary>A fee was handed in.</summary>
    Taken,

    /// <summary>A fee that was noted by mistake is taken out again.</summary>
    Reversed,

    /// <summary>A fee was handed back against a signature.</summary>
    HandedOut,

    /// <summary>What was in hand went into the treasury.</summary>
    Deposited,
}

/// <summary>
/// One entry of an office's cash book, in paise: positive what came in, negative what went out. Numbered within the office
/// without a gap, so that two at once cannot both be the next; never changed or deleted. A challan was paid into the
/// treasury by the payer: it is listed, and is not in hand.
/// </summary>
public sealed class CashEntry : IEntityTypeConfiguration<CashEntry>
{
    public Guid OfficeId { get; init; }
    public int Seq { get; init; }
    public CashKind Kind { get; init; }
    public PaymentMeans Means { get; init; }
    public long AmountMinor { get; init; }

    /// <summary>What the office has in hand after this entry: cash and drafts.</summary>
    public long InHandMinor { get; init; }
    public DateOnly BookedOn { get; init; }
    public DateTime At { get; init; }

    /// <summary>Null of a deposit, which is of no case.</summary>
    public long? CaseId { get; init; }
    public int? PaymentSeq { get; init; }

    /// <summary>The number on the draft, the challan, the office's receipt or the treasury's.</summary>
    public string Number { get; init; } = "";
    public Guid PostId { get; init; }
    public Guid OfficialId { get; init; }

    public bool IsInHand => Means != PaymentMeans.Challan;

    public void Configure(EntityTypeBuilder<CashEntry> builder)
    {
        builder.ToTable("cash_entries").HasKey(entry => new { entry.OfficeId, entry.Seq });
        builder.HasOne<EkDwar.Places.Office>().WithMany().HasForeignKey(entry => entry.OfficeId);
        builder.HasOne<Payment>().WithMany().HasForeignKey(entry => new { entry.CaseId, entry.PaymentSeq });
        builder.HasOne<Post>().WithMany().HasForeignKey(entry => entry.PostId);
        builder.Ignore(entry => entry.IsInHand);
    }
}
