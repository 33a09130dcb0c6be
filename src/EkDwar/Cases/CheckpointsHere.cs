using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Asked before a node makes checkpoints: whether its file and its key are those of the database. With a file of its own it
/// would split the evidence in two, with a key of its own nobody could check it. Does not judge what they say: that is verify-ledger.
/// </summary>
public sealed class CheckpointsHere(EkDwarDb db, SigningKeys keys, DataFolders folders)
{
    /// <exception cref="CannotStart">the database has a checkpoint that this node's file has not</exception>
    /// <exception cref="KeyFileBrokenException">there are checkpoints, and the key they were signed with is gone</exception>
    public async Task Check()
    {
        var last = await db.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.CheckpointNo).FirstOrDefaultAsync();
        if (last is null) return;
        if (!keys.Exists("checkpoint")) throw keys.Missing("checkpoint");
        // A database set back to an older backup knows less than the file, and may go on.
        if (!CheckpointFile.Holds(folders.CheckpointFile, last.Body)) throw new CannotStart("cases.start.checkpoints_elsewhere", ("checkpoint", $"{last.CheckpointNo}"), ("file", folders.CheckpointFile));
    }
}
