using EkDwar.Notifying.Broadcasts;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Notifying;

/// <summary>What became of a message, in a word. What still waits to leave has none: it is in the outbox.</summary>
public static class MessageOutcome
{
    /// <summary>Sent: a provider took it. Delivered: its report says so. Failed and dropped have a reason beside them.</summary>
    public const string Sent = "sent", Delivered = "delivered", Failed = "failed", Dropped = "dropped", Shown = "shown";
}

/// <summary>A message that left, or did not and why, sealed, under the key of the outbox message it left for. In Development the phone page shows them.</summary>
public sealed class PhoneMessage : IEntityTypeConfiguration<PhoneMessage>
{
    public Guid MessageId { get; init; }
    public string Channel { get; init; } = "";
    public byte[] SealedTo { get; init; } = [];

    /// <summary>The same keyed hash as its account has, by which it is found when that is erased.</summary>
    public string ToHash { get; init; } = "";
    public byte[] SealedText { get; set; } = [];
    public string Language { get; set; } = "";

    /// <summary>The text of the house it was made from, or whose place a service's own words took.</summary>
    public string Template { get; init; } = "";

    /// <summary>Whose it is; null where it went to nobody's account.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The case it is about, by its number alone.</summary>
    public long? CaseId { get; init; }

    /// <summary>The broadcast it is one of; null where it is of none.</summary>
    public Guid? BroadcastId { get; init; }

    /// <summary>Who took it; empty where nobody did.</summary>
    public string Provider { get; set; } = "";

    /// <summary>By which its provider names it in reports.</summary>
    public string? ProviderId { get; set; }

    /// <summary>One of <see cref="MessageOutcome"/>, or a provider's own word.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>A word that says why it failed or was dropped.</summary>
    public string? Reason { get; set; }

    /// <summary>What it cost, in text messages, and of which of a day's purses; null where it cost nothing.</summary>
    public int Segments { get; set; }
    public string? Purse { get; set; }

    /// <summary>When it left, or was given up.</summary>
    public DateTime SentAt { get; set; }

    /// <summary>When its outcome was last told.</summary>
    public DateTime OutcomeAt { get; set; }

    /// <summary>Nobody took it and every try failed: a person may have it tried again.</summary>
    public bool MayGoAgain => Outcome == MessageOutcome.Failed && Provider.Length == 0;

    public void Configure(EntityTypeBuilder<PhoneMessage> builder)
    {
        builder.ToTable("messages").HasKey(message => message.MessageId);
        builder.Ignore(message => message.MayGoAgain);
        builder.HasOne<Account>().WithMany().HasForeignKey(message => message.AccountId);
        builder.HasOne<Broadcast>().WithMany().HasForeignKey(message => message.BroadcastId);
    }
}
