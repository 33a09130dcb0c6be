using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.Staff;

/// <summary>What was done to a post's holding, to an official's days, or to the way she signs in.</summary>
public enum OfficeChangeKind
{
    Relieved, Joined, ChargeGiven, ChargeEnded, LeaveGranted, LeaveEnded, Appointed, FactorsReportedLost, FactorsKept, FactorsEnded, Enrolled, TransferPlanned, TransferUndone, SignedOut,
    Delegated, DelegationEnded,
}

/// <summary>
/// One entry of an office's record of its people: what was changed, by whom from which post, about whom, and in whose words.
/// Append-only in both engines. Not a holding: what holds is in the holdings, this says why.
/// </summary>
public sealed class OfficeChange : IEntityTypeConfiguration<OfficeChange>
{
    public Guid ChangeId { get; init; }
    public Guid OfficeId { get; init; }
    public DateTime At { get; init; }
    public OfficeChangeKind Kind { get; init; }
    public Guid ByOfficialId { get; init; }

    /// <summary>The post she acted from; null when an official did it for herself, signed in to none.</summary>
    public Guid? ByPostId { get; init; }
    public Guid? OfficialId { get; init; }
    public Guid? PostId { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }

    /// <summary>The order's number and date, or the reason, as the administrator wrote it.</summary>
    public string Words { get; init; } = "";

    public void Configure(EntityTypeBuilder<OfficeChange> builder)
    {
        builder.ToTable("office_changes").HasKey(change => change.ChangeId);
        builder.HasOne<Office>().WithMany().HasForeignKey(change => change.OfficeId);
        builder.HasOne<Official>().WithMany().HasForeignKey(change => change.ByOfficialId);
        builder.HasOne<Post>().WithMany().HasForeignKey(change => change.ByPostId);
        builder.HasOne<Official>().WithMany().HasForeignKey(change => change.OfficialId);
        builder.HasOne<Post>().WithMany().HasForeignKey(change => change.PostId);
    }
}
