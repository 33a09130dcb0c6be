using EkDwar.Cases.Papers;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Uploads;

/// <summary>From the outbox: an upload that was used, or was never finished in its day, goes with all its pieces.</summary>
public sealed class DropUpload(EkDwarDb db, FileStore files, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = "drop_upload";

    public string Kind => OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var id = Guid.Parse(message.Body);
        if (await db.Set<Upload>().FirstOrDefaultAsync(upload => upload.UploadId == id) is not { } upload) return;
        if (upload.UsedAt is null && upload.ExpiresAt > time.UtcNow()) return;
        var pieces = upload.Pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var notes = await db.Set<LooseFile>().Where(file => pieces.Contains(file.FileId)).ToListAsync();
        // The notes go last: after a crash this is done again.
        foreach (var piece in pieces) files.Delete(piece);
        db.RemoveRange(notes);
        db.Remove(upload);
        await db.Save();
    }
}
