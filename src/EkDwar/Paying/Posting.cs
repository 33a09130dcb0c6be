using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Paying;

/// <summary>One line of an entry of a case's money ledger: a debit is positive, a credit negative, in paise. Never changed; the lines of an entry come to nothing.</summary>
public sealed class Posting : IEntityTypeConfiguration<Posting>
{
    public long CaseId { get; init; }
    public int Entry { get; init; }
    public int Line { get; init; }
    public int PaymentSeq { get; init; }
    public MoneyKind Kind { get; init; }
    public string Account { get; init; } = "";
    public long AmountMinor { get; init; }
    public DateTime At { get; init; }

    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("postings").HasKey(posting => new { posting.CaseId, posting.Entry, posting.Line });
        builder.HasOne<Payment>().WithMany().HasForeignKey(posting => new { posting.CaseId, posting.PaymentSeq });
    }
}
