using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Notifying;

/// <summary>A message that left, sealed, under the key of the outbox message it left for. In Development the phone page shows them.</summary>
public sealed class PhoneMessage : IEntityTypeConfiguration<PhoneMessage>
{
    public Guid MessageId { get; init; }
    public string Channel { get; init; } = "";
    public byte[] SealedTo { get; init; } = [];

    /// <summary>The same keyed hash as its account has, by which it is found when that is erased.</summary>
    public string ToHash { get; init; } = "";
    public byte[] SealedText { get; init; } = [];
    public string Language { get; init; } = "";

    /// <summary>One word: shown, sent, delivered, failed.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Why it failed, as one word; null where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>When the provider's word on it came; null before that.</summary>
    public DateTime? OutcomeAt { get; init; }
    public string? Provider { get; init; }

    /// <summary>By which the provider names it in its reports.</summary>
    public string? ProviderId { get; init; }

    /// <summary>What it cost, in text messages, and of which of a day's purses; null where it cost nothing.</summary>
    public int Segments { get; init; }
    public string? Purse { get; init; }
    public DateTime SentAt { get; init; }

    public void Configure(EntityTypeBuilder<PhoneMessage> builder) => builder.ToTable("messages").HasKey(message => message.MessageId);
}
