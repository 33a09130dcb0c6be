using System.Text;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case, every minute: signs the heads that changed since the last checkpoint. The file outside is written before
/// the commit: after a crash between the two, the same heads are stated once more under the next number.
/// </summary>
public sealed class MakeCheckpoint(EkDwarDb db, SigningKeys keys, DataFolders folders, TimeProvider time)
{
    const int AtOnce = 20_000;

    /// <summary>How many heads were covered; none means nothing changed and no checkpoint was made.</summary>
    public async Task<int> Run()
    {
        var waiting = await db.Set<UnanchoredHead>().AsNoTracking().OrderBy(h => h.StreamKind).ThenBy(h => h.StreamId).ThenBy(h => h.Seq).Take(AtOnce).ToListAsync();
        if (waiting.Count == 0) return 0;
        var heads = waiting.GroupBy(h => (h.StreamKind, h.StreamId))
            .Select(stream => stream.MaxBy(h => h.Seq)!)
            .Select(h => new CheckpointHead(h.StreamKind, h.StreamId, h.Seq, Convert.ToHexStringLower(h.Hash))).ToList();
        var last = await db.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.CheckpointNo).FirstOrDefaultAsync();
        var text = new CheckpointText((last?.CheckpointNo ?? 0) + 1, time.UtcNow(), last is null ? CheckpointText.First : CheckpointText.HashOf(last.Body), heads);
        var body = text.Write();
        using var key = keys.LoadOrCreate("checkpoint");
        var signature = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(body)));
        await AppendToFile(body, signature);
        CrashPoints.Pass("checkpoint.after_file");
        await Commit(text, body, signature, waiting);
        return heads.Count;
    }

    async Task Commit(CheckpointText text, string body, string signature, List<UnanchoredHead> covered)
    {
        db.Add(new Checkpoint { CheckpointNo = text.No, At = text.At, Body = body, Signature = signature });
        db.RemoveRange(covered);
        // Another node was first under this number: its checkpoint stands, and ours is tried again next minute.
        await db.TrySave();
        db.ChangeTracker.Clear();
    }

    async Task AppendToFile(string body, string signature)
    {
        await using var file = new FileStream(folders.CheckpointFile, FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(Encoding.UTF8.GetBytes($"{body}signature {signature}\n\n"));
        file.Flush(flushToDisk: true);
    }
}
