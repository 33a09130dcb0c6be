using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case, every minute: signs the heads that changed since the last checkpoint. The file outside is written before
/// the commit: after a crash between the two, the same heads are stated once more under the same number.
/// </summary>
public sealed class MakeCheckpoint(EkDwarDb db, SigningKeys keys, DataFolders folders, TimeProvider time)
{
    const int AtOnce = 20_000;

    /// <summary>How many heads were covered; none means nothing changed, or that another node is at it.</summary>
    public async Task<int> Run()
    {
        using var file = CheckpointFile.TryHold(folders.CheckpointFile);
        if (file is null) return 0;
        using var key = keys.LoadOrCreate("checkpoint");
        var covered = 0;
        while (await One(file, key) is var (heads, hasMore))
        {
            covered += heads;
            if (!hasMore) break;
        }
        return covered;
    }

    async Task<(int Heads, bool HasMore)> One(CheckpointFile file, SigningKey key)
    {
        var waiting = await db.Set<UnanchoredHead>().OrderBy(h => h.StreamKind).ThenBy(h => h.StreamId).ThenBy(h => h.Seq).Take(AtOnce).ToListAsync();
        if (waiting.Count == 0) return (0, false);
        var heads = waiting.GroupBy(h => (h.StreamKind, h.StreamId))
            .Select(stream => stream.MaxBy(h => h.Seq)!)
            .Select(h => new CheckpointHead(h.StreamKind, h.StreamId, h.Seq, Convert.ToHexStringLower(h.Hash))).ToList();
        var last = await db.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.CheckpointNo).FirstOrDefaultAsync();
        var text = new CheckpointText((last?.CheckpointNo ?? 0) + 1, time.UtcNow(), last is null ? CheckpointText.First : CheckpointText.HashOf(last.Body), heads);
        var body = text.Write();
        var signature = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(body)));
        file.Add(body, signature);
        CrashPoints.Pass("checkpoint.after_file");
        db.Add(new Checkpoint { CheckpointNo = text.No, At = text.At, Body = body, Signature = signature });
        db.RemoveRange(waiting);
        // Another node was first under this number: its checkpoint stands, and ours is tried again next minute.
        var isOurs = await db.TrySave();
        db.ChangeTracker.Clear();
        return (isOurs ? heads.Count : 0, isOurs && waiting.Count == AtOnce);
    }
}
