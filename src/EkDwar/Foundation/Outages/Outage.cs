using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Foundation.Outages;

/// <summary>
/// That a part outside the house did not answer, from when to when as the house saw it: what the public page says of delays. Not
/// a log of failures, and nobody's guilt; what the house owed meanwhile waits in the outbox.
/// </summary>
public sealed class Outage : IEntityTypeConfiguration<Outage>
{
    public Guid OutageId { get; init; }

    /// <summary>Which part: a channel of messages such as <c>sms</c>, <c>payments</c>, or <c>register.</c> and the register's name.</summary>
    public string Part { get; init; } = "";

    /// <summary>When it first failed without having worked since.</summary>
    public DateTime BeganAt { get; init; }

    /// <summary>When it was first seen to work again; null while it is away.</summary>
    public DateTime? EndedAt { get; set; }

    public void Configure(EntityTypeBuilder<Outage> builder) => builder.ToTable("outages").HasKey(outage => outage.OutageId);
}
