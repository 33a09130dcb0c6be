using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Papers;

/// <summary>
/// Stores files that are part of no case yet, and knows who holds each. One that nobody holds for a day is removed. A file
/// is noted before it is written, so that a crash leaves a note without a file and never a file without a note.
/// </summary>
public sealed class LooseFiles(EkDwarDb db, FileStore files, TimeProvider time)
{
    public const string OutboxKind = "drop_file";

    /// <summary>Long enough for a form that is open still.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    /// <summary>Saves at once, with whatever else is to be saved. The file is held by nobody.</summary>
    public async Task<StoredFile> Put(ReadOnlyMemory<byte> plain, byte[] key, byte[] context)
    {
        var file = FileStore.Seal(plain.Span, key, context);
        var now = time.UtcNow();
        db.Add(new LooseFile { FileId = file.Id, LooseAt = now });
        db.Add(OutboxMessage.Of(OutboxKind, file.Id, now + Wait));
        await db.Save();
        return files.Put(file);
    }

    /// <summary>Answers in a draft, or for a case, became others: in the coming save the files they name now are held, and those they name no more are let go.</summary>
    public async Task Hold(ServiceDefinition service, Answers before, Answers after, Holder holder)
    {
        var (was, now) = (FilesIn(service, before), FilesIn(service, after));
        foreach (var file in await Known(db, [.. was.Except(now), .. now.Except(was)]))
            if (now.Contains(file.FileId)) (file.PersonId, file.CaseId) = (holder.PersonId, holder.CaseId);
            else LetGo(db, file, time.UtcNow());
    }

    /// <summary>A case takes the files of these answers in, in the coming save; those that were held for it and are not among them are let go.</summary>
    public static async Task Settle(EkDwarDb db, ServiceDefinition service, Answers held, Answers taken, DateTime now)
    {
        var into = FilesIn(service, taken);
        foreach (var file in await Known(db, [.. into.Union(FilesIn(service, held))]))
            if (into.Contains(file.FileId)) db.Remove(file);
            else LetGo(db, file, now);
    }

    /// <summary>Removes, in the coming save, the notes of what was held for a case or by these persons. Gives the files, which are then to be deleted.</summary>
    public static async Task<IReadOnlyList<string>> Forget(EkDwarDb db, long? caseId, IReadOnlyCollection<Guid> persons)
    {
        var held = await db.Set<LooseFile>().Where(file => file.CaseId != null && file.CaseId == caseId || file.PersonId != null && persons.Contains(file.PersonId.Value)).ToListAsync();
        db.RemoveRange(held);
        return held.ConvertAll(file => file.FileId);
    }

    /// <summary>A file that is no answer is held for a case, in the coming save.</summary>
    public static async Task HoldFor(EkDwarDb db, long caseId, string fileId)
    {
        foreach (var file in await Known(db, [fileId])) file.CaseId = caseId;
    }

    /// <summary>A case takes these files in, in the coming save.</summary>
    public static async Task Settle(EkDwarDb db, IReadOnlyCollection<string> fileIds) => db.RemoveRange(await Known(db, fileIds));

    /// <summary>Nobody needs these files any more, in the coming save.</summary>
    public static async Task LetGo(EkDwarDb db, IReadOnlyCollection<string> fileIds, DateTime now)
    {
        foreach (var file in await Known(db, fileIds)) LetGo(db, file, now);
    }

    static void LetGo(EkDwarDb db, LooseFile file, DateTime now)
    {
        (file.PersonId, file.CaseId, file.LooseAt) = (null, null, now);
        db.Add(OutboxMessage.Of(OutboxKind, file.FileId, file.LooseAt + Wait));
    }

    static async Task<List<LooseFile>> Known(EkDwarDb db, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? [] : await db.Set<LooseFile>().Where(file => ids.Contains(file.FileId)).ToListAsync();

    static HashSet<string> FilesIn(ServiceDefinition service, Answers answers) =>
        [.. DocumentType.PapersIn(service, answers).SelectMany(given => given.Paper.Parts).Select(part => part.File)];
}

/// <summary>Who holds a file: a person in her draft, or a case into which it is to be sent.</summary>
public sealed record Holder(Guid? PersonId, long? CaseId)
{
    public static Holder Draft(Guid personId) => new(personId, null);

    public static Holder Case(long caseId) => new(null, caseId);
}
