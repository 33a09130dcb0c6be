using System.Text.Json;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace EkDwar.Cases;

/// <summary>Keeps what an official had typed when her session ended, or when she had to prove first who she is, and gives it back to her.</summary>
public sealed class UnsentForms(EkDwarDb db, CaseFiles cases, HeldPosts held, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>False, and nothing kept, when she holds that post no more or the case is not hers to write about.</summary>
    public async Task<bool> Keep(DeskSession session, CaseReference reference, string page, IReadOnlyDictionary<string, string[]> fields)
    {
        if (!await held.Has(session.OfficialId, session.PostId) || await cases.Open(reference.CaseId) is not { } file) return false;
        if (file.Case.Reference != reference) return false;
        // The page she wrote on had opened the case for her: it lay on the desk, or, where it never does, her look stands there.
        if (!await db.Set<WorkItem>().AnyAsync(item => item.CaseId == reference.CaseId && item.PostId == session.PostId)
            && !await db.Set<Look>().AnyAsync(look => look.CaseId == reference.CaseId && look.PostId == session.PostId && look.OfficialId == session.OfficialId)) return false;
        return await Keep(session, file, page, fields);
    }

    /// <summary>The same for a page that has opened the case for her itself.</summary>
    public async Task<bool> Keep(DeskSession session, CaseFile file, string page, IReadOnlyDictionary<string, string[]> fields)
    {
        var now = time.UtcNow();
        var old = now - KeptFor;
        await db.Set<UnsentForm>().Where(form => form.KeptAt < old).ExecuteDeleteAsync();
        var kept = await Mine(session, file.Case.CaseId, page).FirstOrDefaultAsync();
        if (kept is null) db.Add(kept = new() { CaseId = file.Case.CaseId, PostId = session.PostId, OfficialId = session.OfficialId, Page = page });
        (kept.Fields, kept.KeptAt) = (file.Seal.Seal(JsonSerializer.Serialize(fields), Place(session, page)), now);
        return await db.TrySave();
    }

    /// <summary>What was typed in a form, without what it carries for the house itself: that is made anew with its page.</summary>
    public static IReadOnlyDictionary<string, string[]> Typed(IEnumerable<KeyValuePair<string, StringValues>> form) => form
        .Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && field.Key is not ("version" or "kept"))
        .ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());

    /// <summary>What she had typed on this page of the case; null when there is nothing.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>?> Of(DeskSession session, CaseFile file, string page)
    {
        var old = time.UtcNow() - KeptFor;
        return await Mine(session, file.Case.CaseId, page).AsNoTracking().FirstOrDefaultAsync(form => form.KeptAt >= old) is { } kept
            ? JsonSerializer.Deserialize<Dictionary<string, string[]>>(file.Seal.Open(kept.Fields, Place(session, page)))
            : null;
    }

    public Task Drop(DeskSession session, long caseId, string page) => Mine(session, caseId, page).ExecuteDeleteAsync();

    IQueryable<UnsentForm> Mine(DeskSession session, long caseId, string page) => db.Set<UnsentForm>().Where(form =>
        form.CaseId == caseId && form.PostId == session.PostId && form.OfficialId == session.OfficialId && form.Page == page);

    static string Place(DeskSession session, string page) => $"unsent-form {session.PostId} {session.OfficialId} {page}";
}
