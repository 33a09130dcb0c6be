using EkDwar.Catalogue;
using EkDwar.People;
using EkDwar.People.Mandates;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// One submitted application and its whole life. Its key is its reference. What it is about is sealed under a key of its
/// own; what this row says of status, desk and dates can be read again from its ledger.
/// </summary>
public sealed class Case : IEntityTypeConfiguration<Case>
{
    public long CaseId { get; init; }
    public string State { get; init; } = "";
    public string ServiceId { get; init; } = "";
    public int ServiceVersion { get; init; }
    public CaseStatus Status { get; set; }
    public Guid OfficeId { get; set; }

    /// <summary>The place by which its office was chosen, for what is counted by place; null once it was erased, and where the place is unknown.</summary>
    public Guid? PlaceId { get; set; }
    public Guid ApplicantId { get; init; }
    public Guid FiledById { get; init; }

    /// <summary>The mandate by which another person applied in her name; null where she or her family did. The account is hers all the same.</summary>
    public Guid? MandateId { get; init; }
    public string Channel { get; init; } = "";
    public string Language { get; init; } = "";
    public DateTime SubmittedAt { get; init; }

    /// <summary>The legal last date; null while papers are missing. Changed only by a recorded event.</summary>
    public DateOnly? DueOn { get; set; }
    public bool IsPaused { get; set; }

    /// <summary>The due date that ended without a decision, once that is in its ledger; null while none has.</summary>
    public DateOnly? LimitPassedOn { get; set; }

    /// <summary>While it waits for the citizen's side: the last day on which that may come, before it is closed. Null where nothing closes it.</summary>
    public DateOnly? ClosesOn { get; set; }

    /// <summary>The case's own key under the master key. Null once the case was erased.</summary>
    public byte[]? WrappedKey { get; set; }
    public byte[] Answers { get; set; } = [];

    /// <summary>What officers found at stages with forms, sealed; null while nothing was.</summary>
    public byte[]? Findings { get; set; }

    /// <summary>What this application owes, as <see cref="FeeDue"/> writes it; worked out when it was sent, and anew only by an assessment.</summary>
    public string Fee { get; set; } = FeeDue.None.ToText();

    /// <summary>Days, officers and stages this application got, as <see cref="Catalogue.Terms"/> writes them; worked out when it was sent.</summary>
    public string Terms { get; init; } = "";

    /// <summary>Null until the fee was paid, and for ever where the house collects none.</summary>
    public DateTime? FeePaidAt { get; set; }
    public int LedgerSeq { get; set; }
    public byte[] LedgerHash { get; set; } = [];
    public long Version { get; set; }

    public CaseReference Reference => CaseReference.Of(State.ToUpperInvariant(), CaseId);

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases").HasKey(c => c.CaseId);
        builder.Property(c => c.CaseId).ValueGeneratedNever();
        builder.Ignore(c => c.Reference);
        builder.HasOne<Office>().WithMany().HasForeignKey(c => c.OfficeId);
        builder.HasOne<Place>().WithMany().HasForeignKey(c => c.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ApplicantId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.FiledById);
        builder.HasOne<Mandate>().WithMany().HasForeignKey(c => c.MandateId);
    }
}
