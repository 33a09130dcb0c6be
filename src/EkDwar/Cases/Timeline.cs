using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What happened to a case, oldest first, with what was said. Read from the ledger; the reader's right to it was asked before.</summary>
public sealed class Timeline(EkDwarDb db)
{
    public async Task<IReadOnlyList<TimelineEntry>> Of(CaseFile file)
    {
        var entries = new List<TimelineEntry>();
        await foreach (var entry in Entries(db, file.Case.CaseId))
            entries.Add(new(entry.Seq, Enum.Parse<CaseEvent>(entry.Kind), entry.At, entry.PostId, LedgerFacts.Parse(entry.Facts),
                LedgerBody.Parse(file.Seal.Open(entry.Body, "ledger", entry.Seq))) { Actor = entry.Actor });
        return entries;
    }

    // Every page of a case tells its story: translated once.
    static readonly Func<EkDwarDb, long, IAsyncEnumerable<LedgerEntry>> Entries = EF.CompileAsyncQuery((EkDwarDb db, long caseId) =>
        db.Set<LedgerEntry>().AsNoTracking().Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == caseId).OrderBy(entry => entry.Seq).Select(entry => entry));
}

/// <summary>One ledger entry, opened.</summary>
public sealed record TimelineEntry(int Seq, CaseEvent Kind, DateTime At, Guid? PostId, LedgerFacts Facts, LedgerBody Body)
{
    /// <summary>applicant, post or system.</summary>
    public string Actor { get; init; } = "";
}
