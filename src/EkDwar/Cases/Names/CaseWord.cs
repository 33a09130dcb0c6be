using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Names;

/// <summary>
/// One word of an applicant's name as an office finds it: the first 64 bits of a keyed hash of office and word, of its letters or of
/// its sound. Not the word: whoever has the database and not the key learns only that two cases of one office share it. Goes with the case's key.
/// </summary>
public sealed class CaseWord : IEntityTypeConfiguration<CaseWord>
{
    public long CaseId { get; init; }
    public long Word { get; init; }

    /// <summary>As on the case: the newest are found first, from one index.</summary>
    public DateTime SubmittedAt { get; init; }

    public void Configure(EntityTypeBuilder<CaseWord> builder)
    {
        builder.ToTable("case_words").HasKey(word => new { word.CaseId, word.Word });
        builder.HasOne<Case>().WithMany().HasForeignKey(word => word.CaseId);
    }
}
