using System.Security.Cryptography;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Uploads;

/// <summary>
/// Takes files piece by piece, so that what has come stays when the connection breaks off. It is asked of nobody but the
/// account that began, judges no content, and gives the whole only for the question it was sent for.
/// </summary>
public sealed class UploadsOnTheWay(EkDwarDb db, LooseFiles loose, FileStore files, UploadSecrets secrets, TimeProvider time)
{
    /// <summary>How many files an account may have on the way, of at most 10 MB each: a paper of ten pages, and two more.</summary>
    public const int AtOnce = 12;

    /// <summary>Bytes of one piece. Smaller ones than the least are not taken, but for the last: they would cost more than they bring.</summary>
    public const int LargestPiece = 1024 * 1024;
    public const int SmallestPiece = 64 * 1024;

    static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Begins an upload, or finds the one begun with the same content for the same place. Null when the account has too many on the way.</summary>
    public async Task<Upload?> Begin(Guid accountId, string place, int length, byte[] sha256)
    {
        var hash = secrets.HashOf(accountId, sha256);
        for (var tries = 0; tries < AtOnce; tries++)
        {
            var now = time.UtcNow();
            var hers = await db.Set<Upload>().Where(upload => upload.AccountId == accountId).ToListAsync();
            if (hers.Find(one => one.Place == place && one.ContentHash == hash && one.Length == length && IsOpen(one, now)) is { } begun) return begun;
            var taken = hers.Select(upload => upload.Slot).ToHashSet();
            var slot = Enumerable.Range(0, AtOnce).FirstOrDefault(slot => !taken.Contains(slot), -1);
            if (slot < 0) return null;
            var id = Guid.CreateVersion7();
            var upload = new Upload { UploadId = id, AccountId = accountId, Slot = slot, Place = place, ContentHash = hash, Length = length, SealedKey = secrets.NewKey(id), ExpiresAt = UtcMicroseconds.Cut(now + KeptFor) };
            db.Add(upload);
            db.Add(OutboxMessage.Of(DropUpload.OutboxKind, $"{id}", upload.ExpiresAt));
            if (await db.TrySave()) return upload;
            // Another request of hers has just taken this slot.
            db.ChangeTracker.Clear();
        }
        return null;
    }

    /// <summary>An upload that may go on; null when there is none, or it is another account's, or over.</summary>
    public async Task<Upload?> Find(Guid accountId, Guid uploadId) =>
        await db.Set<Upload>().FirstOrDefaultAsync(upload => upload.UploadId == uploadId && upload.AccountId == accountId) is { } found && IsOpen(found, time.UtcNow()) ? found : null;

    /// <summary>Takes the piece that begins at this byte. It is kept whole or not at all.</summary>
    public async Task<PieceEnd> Take(Upload upload, int offset, ReadOnlyMemory<byte> piece)
    {
        if (offset != upload.Received) return PieceEnd.WrongOffset;
        if (piece.Length > upload.Length - offset || piece.Length > LargestPiece) return PieceEnd.TooLong;
        if (piece.Length == 0 || piece.Length < SmallestPiece && offset + piece.Length < upload.Length) return PieceEnd.TooShort;
        var stored = await loose.Put(piece, secrets.KeyOf(upload), UploadSecrets.Place(upload, offset));
        upload.Pieces = upload.Pieces.Length == 0 ? stored.Id : $"{upload.Pieces} {stored.Id}";
        upload.Received = offset + piece.Length;
        // Sent twice at once: the other one counts, and this one's file goes as nobody holds it.
        return await db.TrySave() ? PieceEnd.Kept : PieceEnd.WrongOffset;
    }

    /// <summary>Those that came whole for this place and belong to no answer yet, in the order they were begun.</summary>
    public async Task<IReadOnlyList<Upload>> Whole(Guid accountId, string place)
    {
        var now = time.UtcNow();
        var here = await db.Set<Upload>().Where(upload => upload.AccountId == accountId && upload.Place == place && upload.UsedAt == null).ToListAsync();
        return [.. here.Where(upload => upload.IsWhole && IsOpen(upload, now)).OrderBy(upload => upload.UploadId)];
    }

    /// <summary>The content of a whole upload; null when it is not what was announced.</summary>
    public byte[]? Read(Upload upload)
    {
        var (key, whole, at) = (secrets.KeyOf(upload), new byte[upload.Length], 0);
        foreach (var id in upload.Pieces.Split(' '))
        {
            var piece = files.Read(id, key, UploadSecrets.Place(upload, at));
            piece.CopyTo(whole, at);
            at += piece.Length;
        }
        return secrets.HashOf(upload.AccountId, SHA256.HashData(whole)) == upload.ContentHash ? whole : null;
    }

    /// <summary>Its content is kept elsewhere now, or will not be: in the coming save it is over, and soon gone.</summary>
    public void End(Upload upload)
    {
        upload.UsedAt = time.UtcNow();
        db.Add(OutboxMessage.Of(DropUpload.OutboxKind, $"{upload.UploadId}", upload.UsedAt.Value));
    }

    static bool IsOpen(Upload upload, DateTime now) => upload.UsedAt is null && upload.ExpiresAt > now;
}
