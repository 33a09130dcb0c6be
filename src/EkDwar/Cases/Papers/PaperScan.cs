using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases.Papers;

/// <summary>How a file that could not be scanned when it came stands now. A waiting one is kept and shown to nobody; an infected one was thrown away.</summary>
public enum ScanState { Waiting, Clean, Infected }

/// <summary>
/// A stored file in quarantine, and how it ended. There is none for a file that was scanned at once, nor for one that came
/// while the installation had no scanner. It knows its case once it is in one.
/// </summary>
public sealed class PaperScan : IEntityTypeConfiguration<PaperScan>
{
    public string FileId { get; init; } = "";
    public ScanState State { get; set; }
    public DateTime AskedAt { get; set; }

    /// <summary>While it waits: the file's key under the master key, so that it can be scanned without her answers. Then null.</summary>
    public byte[]? WaitingKey { get; set; }
    public long? CaseId { get; set; }
    public string? Question { get; set; }
    public long Version { get; set; }

    public void Configure(EntityTypeBuilder<PaperScan> builder)
    {
        builder.ToTable("paper_scans").HasKey(scan => scan.FileId);
        builder.HasOne<Case>().WithMany().HasForeignKey(scan => scan.CaseId);
    }

    /// <summary>Those of the files of these answers that have waited, to be read or changed in the coming save.</summary>
    public static async Task<IReadOnlyDictionary<string, PaperScan>> Of(EkDwarDb db, ServiceDefinition service, Answers answers)
    {
        var waited = DocumentType.PapersIn(service, answers).SelectMany(given => given.Paper.Parts).Where(part => part.HasWaited).Select(part => part.File).ToList();
        if (waited.Count == 0) return new Dictionary<string, PaperScan>();
        return await db.Set<PaperScan>().Where(scan => waited.Contains(scan.FileId)).ToDictionaryAsync(scan => scan.FileId);
    }

    /// <summary>The questions whose paper was found infected since: none of it is kept any more.</summary>
    public static IEnumerable<Question> Infected(IReadOnlyDictionary<string, PaperScan> scans, ServiceDefinition service, Answers answers) =>
        from given in DocumentType.PapersIn(service, answers)
        where given.Paper.Parts.Any(part => scans.TryGetValue(part.File, out var scan) && scan.State == ScanState.Infected)
        select given.Question;

    /// <summary>Says, in the coming save, of which case and question these files are now: what is found out later is told there.</summary>
    public static void BelongTo(Case c, IReadOnlyDictionary<string, PaperScan> scans, ServiceDefinition service, Answers answers)
    {
        foreach (var (question, paper) in DocumentType.PapersIn(service, answers))
            foreach (var part in paper.Parts)
                if (scans.TryGetValue(part.File, out var scan) && scan.CaseId is null) (scan.CaseId, scan.Question) = (c.CaseId, question.Id);
    }
}
