using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Notifying.Sms;

/// <summary>That a number asked by text message where a case stands, and was answered; for the limits alone. Neither the number nor the case is readable in it.</summary>
public sealed class StatusAsk : IEntityTypeConfiguration<StatusAsk>
{
    public Guid AskId { get; init; }

    /// <summary>The same keyed hash as its account has, by which it goes when that is erased.</summary>
    public string FromHash { get; init; } = "";
    public string WordsHash { get; init; } = "";
    public bool IsKnown { get; init; }
    public DateTime AskedAt { get; init; }

    public void Configure(EntityTypeBuilder<StatusAsk> builder) => builder.ToTable("status_asks").HasKey(ask => ask.AskId);
}
