using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Reads the checkpoints of the file beside those of the database and keeps what they state. The file is written first,
/// so it has all the database has; a number may stand in it twice after a crash, and then the database has one of the two.
/// </summary>
public sealed class CheckpointsRead(SigningKey? key, LedgerFaults faults) : IDisposable
{
    const int HeadsInMemory = 250_000, Page = 20;

    readonly Dictionary<string, StatedHeads> stated = [];
    readonly SortedSet<long> leftOver = [];
    long lastStored;

    /// <summary>How many of the file's checkpoints are whole and signed by us.</summary>
    public long Count { get; private set; }

    public IEnumerable<string> Kinds => stated.Keys;

    public IEnumerable<StatedHead> Of(string kind) => stated.TryGetValue(kind, out var heads) ? heads.InOrder() : [];

    /// <param name="settled">The length of the file before the snapshot: what comes after may be newer than what the database shows us.</param>
    public async Task Run(EkDwarDb db, string path, long settled)
    {
        await using var rows = Stored(db).GetAsyncEnumerator();
        var row = await Next(rows, null);
        var (isFound, isOther) = (false, false);
        foreach (var block in CheckpointFile.Read(path))
        {
            if (Read(block) is not { } checkpoint) continue;
            while (row is not null && row.CheckpointNo < checkpoint.No)
            {
                if (!isFound) NotInFile(row, isOther);
                (row, isFound, isOther) = (await Next(rows, row), false, false);
            }
            var isSame = row?.CheckpointNo == checkpoint.No && row.Body == block.Body;
            (isFound, isOther) = (isFound || isSame, isOther || (!isSame && row?.CheckpointNo == checkpoint.No));
            if (!isSame && row is null && block.EndsAt <= settled) leftOver.Add(checkpoint.No);
            if (isSame || block.EndsAt <= settled) Keep(checkpoint, isSame);
        }
        for (; row is not null; (row, isFound, isOther) = (await Next(rows, row), false, false))
            if (!isFound) NotInFile(row, isOther);
        JudgeLeftOver();
    }

    void NotInFile(Checkpoint row, bool isOther)
    {
        faults.Checkpoint(isOther ? "checkpoint_differs" : "checkpoint_missing", row.CheckpointNo);
        // What we signed is evidence wherever it stands.
        if (IsSigned(row.Body, row.Signature) && CheckpointText.Parse(row.Body) is { } checkpoint) Keep(checkpoint, isAnchor: true);
    }

    // A crash between file and commit leaves the next number in the file, and no other.
    void JudgeLeftOver()
    {
        foreach (var no in leftOver.Where(no => no > lastStored + 1)) faults.Checkpoint("checkpoint_removed", no);
    }

    CheckpointText? Read(CheckpointBlock block)
    {
        var checkpoint = CheckpointText.Parse(block.Body);
        if (checkpoint is not null && IsSigned(block.Body, block.Signature))
        {
            Count++;
            return checkpoint;
        }
        faults.Checkpoint("checkpoint_broken", checkpoint?.No ?? Count + 1);
        return null;
    }

    bool IsSigned(string body, string signature)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(signature, bytes, out var length) && length == 64 && key is not null && key.Verify(Encoding.UTF8.GetBytes(body), bytes);
    }

    void Keep(CheckpointText checkpoint, bool isAnchor)
    {
        foreach (var head in checkpoint.Heads)
        {
            if (!stated.TryGetValue(head.StreamKind, out var heads)) stated[head.StreamKind] = heads = new(HeadsInMemory);
            heads.Add(StatedHead.Of(head, checkpoint.No, isAnchor));
        }
    }

    async Task<Checkpoint?> Next(IAsyncEnumerator<Checkpoint> rows, Checkpoint? before)
    {
        if (!await rows.MoveNextAsync()) return null;
        var row = rows.Current;
        lastStored = row.CheckpointNo;
        for (var no = (before?.CheckpointNo ?? 0) + 1; no < row.CheckpointNo; no++) faults.Checkpoint("checkpoint_removed", no);
        var previous = before is null ? CheckpointText.First : CheckpointText.HashOf(before.Body);
        var isNext = row.CheckpointNo == (before?.CheckpointNo ?? 0) + 1;
        if (isNext && CheckpointText.Parse(row.Body)?.Previous != previous) faults.Checkpoint("checkpoint_differs", row.CheckpointNo);
        return row;
    }

    static async IAsyncEnumerable<Checkpoint> Stored(EkDwarDb db)
    {
        for (var no = 0L; ;)
        {
            var page = await db.Set<Checkpoint>().AsNoTracking().Where(c => c.CheckpointNo > no).OrderBy(c => c.CheckpointNo).Take(Page).ToListAsync();
            foreach (var row in page) yield return row;
            if (page.Count < Page) yield break;
            no = page[^1].CheckpointNo;
        }
    }

    public void Dispose()
    {
        foreach (var heads in stated.Values) heads.Dispose();
    }
}
