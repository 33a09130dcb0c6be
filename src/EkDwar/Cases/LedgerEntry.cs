using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>
/// One thing that happened, for ever: the database refuses to change or delete it. Kind, instant, post and clock facts
/// are in clear; the body is sealed under the stream's key. The hash covers the ciphertext, so an erased case still proves.
/// </summary>
public sealed class LedgerEntry : IEntityTypeConfiguration<LedgerEntry>
{
    public string StreamKind { get; init; } = "";
    public long StreamId { get; init; }
    public int Seq { get; init; }
    public string Kind { get; init; } = "";
    public DateTime At { get; init; }

    /// <summary>applicant, post or system.</summary>
    public string Actor { get; init; } = "";
    public Guid? PostId { get; init; }
    public string Facts { get; init; } = "";
    public byte[] Body { get; init; } = [];
    public byte[] PreviousHash { get; init; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>The same entry with its hash, which is made from all the rest.</summary>
    internal LedgerEntry With(byte[] hash)
    {
        Hash = hash;
        return this;
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> builder) =>
        builder.ToTable("ledger_entries").HasKey(e => new { e.StreamKind, e.StreamId, e.Seq });
}

/// <summary>A stream head no checkpoint has covered yet; written with the entry, deleted by the checkpoint that covers it.</summary>
public sealed class UnanchoredHead : IEntityTypeConfiguration<UnanchoredHead>
{
    public string StreamKind { get; init; } = "";
    public long StreamId { get; init; }
    public int Seq { get; init; }
    public byte[] Hash { get; init; } = [];

    public void Configure(EntityTypeBuilder<UnanchoredHead> builder) =>
        builder.ToTable("ledger_unanchored").HasKey(e => new { e.StreamKind, e.StreamId, e.Seq });
}
