using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>What can be said to an area: that a service has a camp, or that its offices cannot serve. Each is a registered text; nothing else leaves.</summary>
public enum BroadcastKind { Camp, Outage }

/// <summary>
/// Previewed: counted, and nobody was asked yet. Asked: it waits for a second official. GoingOut: approved, and not everybody has
/// been told. That nobody answered in time follows from the time.
/// </summary>
public enum BroadcastStatus { Previewed, Asked, Refused, GoingOut, Stopped, Sent }

/// <summary>
/// One message to everybody who has an application open in an area: as it was previewed, its words in each language, how many
/// people and text messages and at what cost; who wrote it and who answered; and how far it went. What came of each message
/// stands in <see cref="PhoneMessage"/>; here are the sums.
/// </summary>
public sealed class Broadcast : IEntityTypeConfiguration<Broadcast>
{
    public Guid BroadcastId { get; init; }
    public string State { get; init; } = "";

    /// <summary>Whose broadcast it is: the office its writer looks after.</summary>
    public Guid OfficeId { get; init; }
    public BroadcastKind Kind { get; init; }

    /// <summary>Who is told: whoever has an application open in this place or in one that lies in it.</summary>
    public Guid AreaId { get; init; }

    /// <summary>Where a camp is; null for every other kind.</summary>
    public Guid? VenueId { get; init; }

    /// <summary>The service a camp is for; empty where it is for all, and for every other kind.</summary>
    public string ServiceId { get; init; } = "";
    public DateOnly FromOn { get; init; }

    /// <summary>Its last day: after it nobody is told any more.</summary>
    public DateOnly UntilOn { get; init; }

    /// <summary>What was previewed is what leaves, whatever a place or a service is called by then.</summary>
    public LocalText Words { get; init; } = [];
    public BroadcastStatus Status { get; set; }

    /// <summary>How many people it reaches, of whom how many by e-mail too, in how many text messages and for how many paise, when it was counted.</summary>
    public int People { get; init; }
    public int Letters { get; init; }
    public int Segments { get; init; }
    public long CostMinor { get; init; }
    public DateTime CountedAt { get; init; }
    public Guid WrittenById { get; init; }
    public Guid WrittenFromId { get; init; }

    /// <summary>Until then it may be answered; then it must be counted anew.</summary>
    public DateTime AnswerBy { get; init; }
    public Guid? AnsweredById { get; set; }
    public Guid? AnsweredFromId { get; set; }
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? AnswerWords { get; set; }
    public Guid? StoppedById { get; set; }

    /// <summary>When everybody had been found and a message was put into the outbox for each.</summary>
    public DateTime? HandedAllAt { get; set; }

    /// <summary>When it was stopped, or something had come of every message.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>How many messages went into the outbox so far: one to each person, and an e-mail where she has proved an address.</summary>
    public int Handed { get; set; }

    /// <summary>How many messages have which outcome, when they were last summed: a word, a space, a number, and so on.</summary>
    public string Outcomes { get; set; } = "";
    public DateTime? TalliedAt { get; set; }
    public long Version { get; set; }

    /// <summary>The text of the house it is said with.</summary>
    public string Template => BroadcastWords.Template(Kind, FromOn, UntilOn);

    public bool Waits(DateTime now) => Status == BroadcastStatus.Asked && now < AnswerBy;

    /// <summary>Whether it may still be taken back or stopped.</summary>
    public bool MayStop => Status is BroadcastStatus.Previewed or BroadcastStatus.Asked or BroadcastStatus.GoingOut;

    /// <summary>The sums, as they were last made.</summary>
    public IReadOnlyList<(string Outcome, int Count)> Tally =>
        [.. Outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))];

    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("broadcasts").HasKey(one => one.BroadcastId);
        builder.Ignore(one => one.Template).Ignore(one => one.MayStop).Ignore(one => one.Tally);
        builder.Property(one => one.Words).HasConversion<LocalTextColumn, LocalTextComparer>();
        builder.HasOne<Office>().WithMany().HasForeignKey(one => one.OfficeId);
        builder.HasOne<Place>().WithMany().HasForeignKey(one => one.AreaId);
        builder.HasOne<Place>().WithMany().HasForeignKey(one => one.VenueId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.WrittenById);
        builder.HasOne<Post>().WithMany().HasForeignKey(one => one.WrittenFromId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.AnsweredById);
        builder.HasOne<Post>().WithMany().HasForeignKey(one => one.AnsweredFromId);
        builder.HasOne<Official>().WithMany().HasForeignKey(one => one.StoppedById);
    }
}
