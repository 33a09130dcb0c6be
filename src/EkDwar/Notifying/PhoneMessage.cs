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
    public string Outcome { get; init; } = "";
    public DateTime SentAt { get; init; }

    public void Configure(EntityTypeBuilder<PhoneMessage> builder) => builder.ToTable("messages").HasKey(message => message.MessageId);
}
