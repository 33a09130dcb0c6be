using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>From the outbox: removes a stored file that nobody has held for a day, and what is kept about it. One that is held, or has become part of a case, is left.</summary>
public sealed class DropFile(EkDwarDb db, FileStore files, TimeProvider time) : IOutboxHandler
{
    public string Kind => LooseFiles.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var loose = await db.Set<LooseFile>().FirstOrDefaultAsync(file => file.FileId == message.Body);
        // Let go a second time since: another message stands for that.
        if (loose is null || loose.IsHeld || loose.LooseAt + LooseFiles.Wait > time.UtcNow()) return;
        var pictures = await PaperTraces.Forget(db, [loose.FileId]);
        // The note goes last: after a crash this is done again.
        foreach (var id in (string[])[loose.FileId, .. pictures]) files.Delete(id);
        db.Remove(loose);
        await db.Save();
    }
}
