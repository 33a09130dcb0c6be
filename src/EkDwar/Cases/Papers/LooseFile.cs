using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Papers;

/// <summary>
/// A stored file that is part of no case: given in a draft, or on the way into a case, or needed by nobody any more. What a
/// case has taken in has no such row and is never deleted by time.
/// </summary>
public sealed class LooseFile : IEntityTypeConfiguration<LooseFile>
{
    public string FileId { get; init; } = "";

    /// <summary>Whose draft it is in; null when it is in none.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>The case for which it was given and into which it was not sent yet; null when there is none.</summary>
    public long? CaseId { get; set; }

    /// <summary>Since when nobody holds it, while nobody does.</summary>
    public DateTime LooseAt { get; set; }
    public long Version { get; set; }

    public bool IsHeld => PersonId is not null || CaseId is not null;

    public void Configure(EntityTypeBuilder<LooseFile> builder)
    {
        builder.ToTable("loose_files").HasKey(file => file.FileId);
        builder.Ignore(file => file.IsHeld);
        builder.HasOne<Person>().WithMany().HasForeignKey(file => file.PersonId);
        builder.HasOne<Case>().WithMany().HasForeignKey(file => file.CaseId);
    }
}
