using EkDwar.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Applying;

/// <summary>What a citizen has given anew for the query on her case, and not yet sent; sealed under the case's key. It goes when she sends it.</summary>
public sealed class QueryReply : IEntityTypeConfiguration<QueryReply>
{
    public long CaseId { get; init; }
    public byte[] Answers { get; set; } = [];

    /// <summary>Words she had typed and not sent when her session ended; null when there are none.</summary>
    public byte[]? Words { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<QueryReply> builder)
    {
        builder.ToTable("query_replies").HasKey(reply => reply.CaseId);
        builder.Property(reply => reply.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(reply => reply.CaseId);
    }
}
