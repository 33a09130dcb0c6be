using EkDwar.Foundation.Secrets;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Emergencies;

/// <summary>What became of a request: asked, allowed, refused, or allowed and no application there. That it lapsed follows from the time.</summary>
public enum EmergencyStatus { Asked, Allowed, Refused, NothingThere }

/// <summary>
/// That an official asks to open a case that is not and was not on her desk, and what a second person said. It names what was
/// typed, which may be no case: nobody is told before it was allowed. Allowed, it opens that case to her, from that post, until
/// an hour. Not a look: each of those is a row of its own.
/// </summary>
public sealed class EmergencyRequest : IEntityTypeConfiguration<EmergencyRequest>
{
    public Guid RequestId { get; init; }
    public string State { get; init; } = "";

    /// <summary>What the reference stands for; perhaps nothing.</summary>
    public long AskedFor { get; init; }
    public Guid AskedById { get; init; }
    public Guid AskedFromId { get; init; }
    public DateTime AskedAt { get; init; }

    /// <summary>The kind of reason, by its code in the state's file.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Her own words until they are answered, sealed under a key of the house: there may be no case whose key would do. Then they stand in the ledger of the case.</summary>
    public byte[]? Words { get; set; }
    public DateTime AnswerBy { get; init; }
    public EmergencyStatus Status { get; set; }
    public Guid? AnsweredById { get; set; }
    public Guid? AnsweredFromId { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public DateTime? OpenUntil { get; set; }
    public long Version { get; set; }

    public CaseReference Reference => CaseReference.Of(State.ToUpperInvariant(), AskedFor);

    public bool Waits(DateTime now) => Status == EmergencyStatus.Asked && now < AnswerBy;

    public bool IsOpen(DateTime now) => Status == EmergencyStatus.Allowed && now < OpenUntil;

    public void Seal(MasterKey master, string words) => Words = Sealing.SealText(words, master.Derive(Context), Place);

    public string WordsOf(MasterKey master) => Words is null ? "" : Sealing.OpenText(Words, master.Derive(Context), Place);

    const string Context = "emergency-words";

    byte[] Place => Sealing.Context($"{Context} {RequestId:N}");

    public void Configure(EntityTypeBuilder<EmergencyRequest> builder)
    {
        builder.ToTable("emergency_requests").HasKey(request => request.RequestId);
        builder.Ignore(request => request.Reference);
        builder.HasOne<Official>().WithMany().HasForeignKey(request => request.AskedById);
        builder.HasOne<Post>().WithMany().HasForeignKey(request => request.AskedFromId);
        builder.HasOne<Official>().WithMany().HasForeignKey(request => request.AnsweredById);
        builder.HasOne<Post>().WithMany().HasForeignKey(request => request.AnsweredFromId);
    }
}

/// <summary>A post that may answer a request: it stood over the one that asked when it asked.</summary>
public sealed class EmergencyApprover : IEntityTypeConfiguration<EmergencyApprover>
{
    public Guid PostId { get; init; }
    public Guid RequestId { get; init; }

    /// <summary>The request's own: what waits at a desk is found by it, however many were answered there before.</summary>
    public DateTime AnswerBy { get; init; }

    public void Configure(EntityTypeBuilder<EmergencyApprover> builder)
    {
        builder.ToTable("emergency_approvers").HasKey(one => new { one.PostId, one.RequestId });
        builder.HasOne<Post>().WithMany().HasForeignKey(one => one.PostId);
        builder.HasOne<EmergencyRequest>().WithMany().HasForeignKey(one => one.RequestId);
    }
}
