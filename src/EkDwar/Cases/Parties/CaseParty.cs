using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Parties;

/// <summary>
/// One party of a case: whether she has consented, and by which mobile she is found. No name and no words: those lie sealed
/// in the case and its ledger, which says all of this too.
/// </summary>
public sealed class CaseParty : IEntityTypeConfiguration<CaseParty>
{
    public long CaseId { get; init; }

    /// <summary>Which party of the service: <c>wife</c>, <c>witness.2</c>.</summary>
    public string Party { get; init; } = "";

    /// <summary>The keyed hash of her mobile; null where she is to sign before the officer.</summary>
    public string? MobileHash { get; set; }
    public PartyStatus Status { get; set; }

    /// <summary>How she consented; null while she has not.</summary>
    public PartyMeans? Means { get; set; }

    /// <summary>The hash of what she was shown when she answered; null while she has not.</summary>
    public string? Shown { get; set; }

    /// <summary>The person of the account who answered; null while nobody did, and where the officer recorded it.</summary>
    public Guid? AnsweredBy { get; set; }
    public DateTime SinceAt { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<CaseParty> builder)
    {
        builder.ToTable("case_parties").HasKey(party => new { party.CaseId, party.Party });
        builder.HasOne<Case>().WithMany().HasForeignKey(party => party.CaseId);
    }
}

/// <summary>How it stands with a party. A case waits until each has consented.</summary>
public enum PartyStatus
{
    /// <summary>Asked, and has not answered.</summary>
    Asked,

    /// <summary>Said no, or that she is somebody else.</summary>
    Declined,

    /// <summary>Said yes to exactly what the case says now.</summary>
    Consented,
}

/// <summary>How a consent came.</summary>
public enum PartyMeans
{
    /// <summary>By the code of her own mobile.</summary>
    OwnMobile,

    /// <summary>By the code of a mobile that is the applicant's, or another party's, too.</summary>
    SharedMobile,

    /// <summary>She appeared before the officer and signed.</summary>
    BeforeOfficer,
}
