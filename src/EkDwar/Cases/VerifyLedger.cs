using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What verify-ledger found: faults, each naming its case and entry, and one line of summary.</summary>
public sealed record LedgerFindings(IReadOnlyList<string> Faults, string Summary);

/// <summary>
/// Use case: proves the ledger. Every chain is walked and hashed again and held against its row; every checkpoint outside
/// the database is checked for its signature and order, and every head it states must be in a chain. Finds an entry
/// altered, removed, reordered or missing, a row that does not say what its ledger says, a case that is gone, a law
/// that dates rest on and that is not what was kept, and a key that the erasure list does not agree with.
/// </summary>
/// <remarks>
/// It may run while the house serves: it reads one snapshot, and of the file what stood there before it. What it cannot
/// see is what was done to entries of the last minute, before a checkpoint covered them.
/// </remarks>
public sealed class VerifyLedger(EkDwarDb db, SigningKeys keys, DataFolders folders, ErasureList erasures)
{
    public async Task<LedgerFindings> Run()
    {
        var faults = new LedgerFaults();
        var settled = File.Exists(folders.CheckpointFile) ? new FileInfo(folders.CheckpointFile).Length : 0;
        await using var snapshot = await Snapshot.Take(db);
        // Without its key every checkpoint would look forged; and a reader makes none.
        var isSigned = settled > 0 || await db.Set<Checkpoint>().AnyAsync();
        if (isSigned && !keys.Exists("checkpoint")) throw keys.Missing("checkpoint");
        using var key = isSigned ? keys.LoadOrCreate("checkpoint") : null;
        using var checkpoints = new CheckpointsRead(key, faults);
        await checkpoints.Run(db, folders.CheckpointFile, settled);
        var (erased, laws) = (erasures.Read(), await Laws());
        await JudgePersons(erased, faults);
        long streams = 0, entries = 0;
        foreach (var kind in await Kinds(checkpoints.Kinds))
            await foreach (var evidence in new LedgerStreams(db, kind).WithHeads(checkpoints.Of(kind)))
            {
                evidence.Judge(faults);
                evidence.JudgeLaws(laws, faults);
                if (kind == Ledger.CaseStream) evidence.JudgeKey(erased.Contains(Erasure.OfCase(evidence.StreamId)), faults);
                (streams, entries) = (streams + 1, entries + evidence.Entries.Count);
            }
        return new(faults.Sentences, LedgerFaults.Say("summary", ("streams", $"{streams}"), ("entries", $"{entries}"),
            ("checkpoints", $"{checkpoints.Count}"), ("faults", $"{faults.Count}")));
    }

    /// <summary>The laws that are what their hash says.</summary>
    async Task<HashSet<string>> Laws() => [.. (await db.Set<KeptLaw>().AsNoTracking().ToListAsync())
        .Where(law => law.Sha256 == Law.HashOf(law.Act, law.Calendar)).Select(law => law.Sha256)];

    async Task JudgePersons(IReadOnlySet<Erasure> erased, LedgerFaults faults)
    {
        var without = await db.Set<Person>().AsNoTracking().Where(person => person.WrappedKey == null).Select(person => person.PersonId).ToListAsync();
        foreach (var person in without.Where(person => !erased.Contains(Erasure.OfPerson(person)))) faults.Person("key_missing", person);
        foreach (var ids in erased.Where(one => one.Kind == "person").Select(one => Guid.Parse(one.Id)).Chunk(500))
            foreach (var person in await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.PersonId) && person.WrappedKey != null).Select(person => person.PersonId).ToListAsync())
                faults.Person("key_back", person);
    }

    async Task<IEnumerable<string>> Kinds(IEnumerable<string> stated)
    {
        var kinds = new SortedSet<string>(stated, StringComparer.Ordinal) { Ledger.CaseStream };
        // One step through the index for each kind; there are few.
        for (var last = ""; await After(last) is { } kind; last = kind) kinds.Add(kind);
        return kinds;
    }

    Task<string?> After(string kind) => db.Set<LedgerEntry>().AsNoTracking()
        .Where(e => e.StreamKind.CompareTo(kind) > 0).OrderBy(e => e.StreamKind).Select(e => e.StreamKind).FirstOrDefaultAsync();
}
