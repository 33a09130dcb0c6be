using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Applying.Uploads;

/// <summary>
/// A file on its way, piece by piece, from one account to one question of a draft or case. Its content is unknown and
/// trusted in nothing until it is whole and was attached as any other file; then it goes.
/// </summary>
public sealed class Upload : IEntityTypeConfiguration<Upload>
{
    public Guid UploadId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>Which of the few uploads an account may have at once this is: unique, so that no race gives her one more.</summary>
    public int Slot { get; init; }

    /// <summary>The draft or case and the question it is for, as <see cref="UploadPlace"/> writes it.</summary>
    public string Place { get; init; } = "";

    /// <summary>Keyed hash of the SHA-256 of the whole, by which the same file chosen again goes on.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Bytes of the whole, and of what has come.</summary>
    public int Length { get; init; }
    public int Received { get; set; }

    /// <summary>The stored pieces in their order, each sealed under this upload's key; parted by blanks.</summary>
    public string Pieces { get; set; } = "";

    /// <summary>The key of the pieces under the master key.</summary>
    public byte[] SealedKey { get; init; } = [];
    public DateTime ExpiresAt { get; init; }

    /// <summary>Since when its content is part of an answer, or was refused.</summary>
    public DateTime? UsedAt { get; set; }
    public long Version { get; set; }

    public bool IsWhole => Received == Length;

    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads").HasKey(upload => upload.UploadId);
        builder.Ignore(upload => upload.IsWhole);
        builder.HasOne<Account>().WithMany().HasForeignKey(upload => upload.AccountId);
    }
}
