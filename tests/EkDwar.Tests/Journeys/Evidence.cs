using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>All that a request may have left behind, to be compared before and after: ledger, cases, drafts, messages, files.</summary>
public sealed record Evidence(string Ledger, string Cases, string Drafts, int Messages, int Files)
{
    public static Task<Evidence> Of(TestHouse house) => house.Db(async db => new Evidence(
        string.Join(' ', await db.Set<LedgerEntry>().OrderBy(e => e.StreamId).ThenBy(e => e.Seq).Select(e => e.Kind + e.Seq).ToListAsync()),
        string.Join(' ', await db.Set<Case>().OrderBy(c => c.CaseId).Select(c => $"{c.CaseId}:{c.Version}:{c.Status}").ToListAsync()),
        string.Join(' ', (await db.Set<Draft>().OrderBy(d => d.DraftId).Select(d => new { d.Answers, d.DraftId }).ToListAsync()).Select(d => $"{d.DraftId}:{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(d.Answers))}")),
        await db.Set<OutboxMessage>().CountAsync(),
        Directory.Exists(house.Settings.Folders.Papers) ? Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length : 0));
}
