using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What verify-ledger found: faults, each naming its case and entry, and one line of summary.</summary>
public sealed record LedgerFindings(IReadOnlyList<string> Faults, string Summary);

/// <summary>
/// Use case: proves the ledger. Every chain is walked and hashed again; every checkpoint outside the database is checked
/// for its signature and order, and every head it states must be in a chain. Finds an entry altered, removed, reordered
/// or missing, a row that does not say what its ledger says, and a case that is gone.
/// </summary>
public sealed class VerifyLedger(EkDwarDb db, SigningKeys keys, DataFolders folders)
{
    readonly List<string> faults = [];
    readonly Dictionary<(string, long), Dictionary<int, string>> chains = [];

    public async Task<LedgerFindings> Run()
    {
        var entries = await WalkChains();
        await CompareRows();
        var (checkpoints, newest) = await ReadCheckpoints();
        foreach (var ((kind, id), (seq, hash)) in newest) Compare(kind, id, seq, hash);
        return new(faults, Say("summary", ("streams", chains.Count), ("entries", entries), ("checkpoints", checkpoints), ("faults", faults.Count)));
    }

    async Task<long> WalkChains()
    {
        long entries = 0;
        LedgerEntry? before = null;
        var rows = db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.StreamKind).ThenBy(e => e.StreamId).ThenBy(e => e.Seq).AsAsyncEnumerable();
        await foreach (var entry in rows)
        {
            entries++;
            var isFirst = before is null || before.StreamId != entry.StreamId || before.StreamKind != entry.StreamKind;
            Check(isFirst ? null : before, entry);
            if (isFirst) chains[(entry.StreamKind, entry.StreamId)] = [];
            chains[(entry.StreamKind, entry.StreamId)][entry.Seq] = Convert.ToHexStringLower(entry.Hash);
            before = entry;
        }
        return entries;
    }

    void Check(LedgerEntry? before, LedgerEntry entry)
    {
        var expected = (before?.Seq ?? 0) + 1;
        for (var missing = expected; missing < entry.Seq; missing++) Fault("missing", entry.StreamKind, entry.StreamId, missing);
        var isJoined = entry.PreviousHash.AsSpan().SequenceEqual(before?.Hash ?? LedgerHash.Start);
        if (!LedgerHash.Of(entry).AsSpan().SequenceEqual(entry.Hash)) Fault("altered", entry.StreamKind, entry.StreamId, entry.Seq);
        else if (!isJoined && entry.Seq == expected) Fault("reordered", entry.StreamKind, entry.StreamId, entry.Seq);
    }

    async Task CompareRows()
    {
        var rows = db.Set<Case>().AsNoTracking().Select(c => new { c.CaseId, c.LedgerSeq, c.LedgerHash }).AsAsyncEnumerable();
        await foreach (var row in rows)
        {
            var hash = chains.TryGetValue((Ledger.CaseStream, row.CaseId), out var chain) ? chain.GetValueOrDefault(row.LedgerSeq) : null;
            if (hash is null) Fault("removed", Ledger.CaseStream, row.CaseId, row.LedgerSeq);
            else if (hash != Convert.ToHexStringLower(row.LedgerHash)) Fault("row_differs", Ledger.CaseStream, row.CaseId, row.LedgerSeq);
        }
        var known = await db.Set<Case>().AsNoTracking().Select(c => c.CaseId).ToListAsync();
        foreach (var id in chains.Keys.Select(stream => stream.Item2).Except(known)) Fault("case_missing", Ledger.CaseStream, id, 0);
    }

    async Task<(int Count, Dictionary<(string, long), (int Seq, string Hash)> Newest)> ReadCheckpoints()
    {
        var newest = new Dictionary<(string, long), (int, string)>();
        if (!File.Exists(folders.CheckpointFile)) return (0, newest);
        using var key = keys.LoadOrCreate("checkpoint");
        var count = 0;
        var stated = new Dictionary<long, string>();
        foreach (var block in (await File.ReadAllTextAsync(folders.CheckpointFile)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = block.LastIndexOf("signature ", StringComparison.Ordinal);
            var body = cut < 0 ? block : block[..cut];
            var checkpoint = CheckpointText.Parse(body);
            var isSigned = cut >= 0 && IsSigned(key, body, block[(cut + 10)..]);
            if (checkpoint is null || !isSigned)
            {
                faults.Add(Say("checkpoint_broken", ("checkpoint", checkpoint?.No ?? count + 1)));
                continue;
            }
            count++;
            stated[checkpoint.No] = body;
            foreach (var head in checkpoint.Heads)
                if (!newest.TryGetValue((head.StreamKind, head.StreamId), out var known) || known.Item1 <= head.Seq) newest[(head.StreamKind, head.StreamId)] = (head.Seq, head.Hash);
        }
        await CompareCheckpoints(stated);
        return (count, newest);
    }

    async Task CompareCheckpoints(Dictionary<long, string> stated)
    {
        var stored = await db.Set<Checkpoint>().AsNoTracking().OrderBy(c => c.CheckpointNo).Select(c => new { c.CheckpointNo, c.Body }).ToListAsync();
        foreach (var row in stored)
            if (stated.GetValueOrDefault(row.CheckpointNo) != row.Body) faults.Add(Say("checkpoint_differs", ("checkpoint", row.CheckpointNo)));
        for (var no = 1L; no <= stated.Keys.DefaultIfEmpty(0).Max(); no++)
            if (!stated.ContainsKey(no)) faults.Add(Say("checkpoint_missing", ("checkpoint", no)));
    }

    void Compare(string kind, long id, int seq, string hash)
    {
        if (!chains.TryGetValue((kind, id), out var chain)) Fault("case_missing", kind, id, 0);
        else if (!chain.TryGetValue(seq, out var found)) Fault("removed", kind, id, seq);
        else if (found != hash) Fault("rewritten", kind, id, seq);
    }

    static bool IsSigned(SigningKey key, string body, string signature)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(signature.Trim(), bytes, out var length) && length == 64 && key.Verify(Encoding.UTF8.GetBytes(body), bytes);
    }

    void Fault(string what, string kind, long id, int seq) => faults.Add(Say(what, ("stream", kind), ("id", CaseReference.Of("MH", id).ToString()[3..]), ("seq", seq)));

    static string Say(string what, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = Texts.Get(LanguageCode.English, "cases.ledger." + what);
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value.ToString());
        return text;
    }
}
