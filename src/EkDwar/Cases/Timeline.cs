using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What happened to a case, oldest first, with what was said. Read from the ledger; the reader's right to it was asked before.</summary>
public sealed class Timeline(EkDwarDb db)
{
    public async Task<IReadOnlyList<TimelineEntry>> Of(CaseFile file)
    {
        var entries = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == file.Case.CaseId)
            .OrderBy(entry => entry.Seq).ToListAsync();
        return [.. entries.Select(entry => new TimelineEntry(entry.Seq, Enum.Parse<CaseEvent>(entry.Kind), entry.At, entry.PostId,
            LedgerFacts.Parse(entry.Facts), LedgerBody.Parse(file.Seal.Open(entry.Body, "ledger", entry.Seq))) { Actor = entry.Actor })];
    }
}

/// <summary>One ledger entry, opened.</summary>
public sealed record TimelineEntry(int Seq, CaseEvent Kind, DateTime At, Guid? PostId, LedgerFacts Facts, LedgerBody Body)
{
    /// <summary>applicant, post or system.</summary>
    public string Actor { get; init; } = "";
}
