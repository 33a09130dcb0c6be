using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Reads every stream of one kind with all evidence about it, in the order of their ids and page by page, so that a
/// million cases need no more memory than a thousand.
/// </summary>
public sealed class LedgerStreams(EkDwarDb db, string kind)
{
    const int Page = 2000;

    public async IAsyncEnumerable<StreamEvidence> WithHeads(IEnumerable<StatedHead> stated)
    {
        await using var entries = new Cursor<LedgerEntry>(Entries().GetAsyncEnumerator(), entry => entry.StreamId);
        await using var rows = new Cursor<Case>(Rows().GetAsyncEnumerator(), row => row.CaseId);
        await using var heads = new Cursor<StatedHead>(stated.ToAsyncEnumerable().GetAsyncEnumerator(), head => head.StreamId);
        await using var waiting = new Cursor<UnanchoredHead>(Waiting().GetAsyncEnumerator(), head => head.StreamId);
        foreach (var start in new Func<Task>[] { entries.Start, rows.Start, heads.Start, waiting.Start }) await start();
        while (new[] { entries.At, rows.At, heads.At, waiting.At }.Min() is { } id)
        {
            var row = await rows.Take(id);
            yield return new(kind, id, row.FirstOrDefault(), await entries.Take(id), await heads.Take(id), await waiting.Take(id));
        }
    }

    async IAsyncEnumerable<LedgerEntry> Entries()
    {
        var (id, seq) = (0L, 0);
        while (true)
        {
            // id >= first, so that the index is entered where the page begins.
            var page = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.StreamKind == kind && e.StreamId >= id && (e.StreamId > id || e.Seq > seq))
                .OrderBy(e => e.StreamId).ThenBy(e => e.Seq).Take(Page).ToListAsync();
            foreach (var entry in page) yield return entry;
            if (page.Count < Page) yield break;
            (id, seq) = (page[^1].StreamId, page[^1].Seq);
        }
    }

    async IAsyncEnumerable<UnanchoredHead> Waiting()
    {
        var (id, seq) = (0L, 0);
        while (true)
        {
            var page = await db.Set<UnanchoredHead>().AsNoTracking().Where(e => e.StreamKind == kind && e.StreamId >= id && (e.StreamId > id || e.Seq > seq))
                .OrderBy(e => e.StreamId).ThenBy(e => e.Seq).Take(Page).ToListAsync();
            foreach (var head in page) yield return head;
            if (page.Count < Page) yield break;
            (id, seq) = (page[^1].StreamId, page[^1].Seq);
        }
    }

    async IAsyncEnumerable<Case> Rows()
    {
        var id = 0L;
        while (kind == Ledger.CaseStream)
        {
            var page = await db.Set<Case>().AsNoTracking().Where(c => c.CaseId > id).OrderBy(c => c.CaseId).Take(Page)
                .Select(c => new Case
                {
                    CaseId = c.CaseId, State = c.State, Status = c.Status, DueOn = c.DueOn, IsPaused = c.IsPaused, LedgerSeq = c.LedgerSeq, LedgerHash = c.LedgerHash,
                    WrappedKey = c.WrappedKey,
                }).ToListAsync();
            foreach (var row in page) yield return row;
            if (page.Count < Page) yield break;
            id = page[^1].CaseId;
        }
    }

    sealed class Cursor<T>(IAsyncEnumerator<T> source, Func<T, long> idOf) : IAsyncDisposable
    {
        /// <summary>The id it stands at; null at the end.</summary>
        public long? At { get; private set; }

        public async Task Start() => At = await source.MoveNextAsync() ? idOf(source.Current) : null;

        public async Task<List<T>> Take(long id)
        {
            var taken = new List<T>();
            while (At == id)
            {
                taken.Add(source.Current);
                await Start();
            }
            return taken;
        }

        public ValueTask DisposeAsync() => source.DisposeAsync();
    }
}
