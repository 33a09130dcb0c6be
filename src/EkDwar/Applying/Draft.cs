using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Applying;

/// <summary>An unsubmitted application: one for a person and service, and one more for each mandate of hers. Its answers are sealed under the person's key.</summary>
public sealed class Draft : IEntityTypeConfiguration<Draft>
{
    public Guid DraftId { get; init; }
    public Guid PersonId { get; init; }
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";
    public int ServiceVersion { get; set; }

    /// <summary>The mandate by which another person began it in her name; null for her own, also once she took it over. Each sees only what was begun so.</summary>
    public Guid? MandateId { get; set; }
    public byte[] Answers { get; set; } = [];

    /// <summary>What was typed at one question and not yet accepted, so that a change of language keeps it.</summary>
    public byte[]? Typed { get; set; }
    public DateTime UpdatedAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts").HasKey(draft => draft.DraftId);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.PersonId);
        builder.HasOne<Mandate>().WithMany().HasForeignKey(draft => draft.MandateId);
    }
}
