using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case: an official opens a case or one of its papers. Only the post that has it, or had it, may, and those that share the desk on which nobody has claimed it; and every look is
/// recorded before anything is shown; what is not there was not looked at. From the day after it left her desk for another, she says first why she opens it.
/// </summary>
public sealed class LookAtCase(EkDwarDb db, CaseFiles cases, LookBook looks, TimeProvider time)
{
    /// <summary>It is on her desk no longer, and she has not said today why she opens it.</summary>
    public static readonly Refusal ReasonNeeded = new("cases.look_reason_needed", "reason");

    public Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, bool>? isThere = null) =>
        Run(session, reference, what, file => Task.FromResult(isThere?.Invoke(file) != false));

    public async Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, Task<bool>> isThere)
    {
        if (!await cases.WasAt(reference.CaseId, session.PostId) || await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        var isUnclaimed = await cases.SeeFrom(file, session.PostId);
        if (!await isThere(file)) return DeskCases.NotYours;
        if ((isUnclaimed ? "unclaimed" : file.Desk?.PostId == session.PostId ? "assigned" : await WhyNow(session, file)) is not { } reason) return ReasonNeeded;
        await looks.Write(session, file.Case, what, reason);
        if (what == LookBook.Whole) await DeskNotice.Seen(db, reference.CaseId, [session.PostId, .. await cases.SharedBy(session.PostId)], time.UtcNow());
        return file;
    }

    /// <summary>She says why she opens a case that is no longer on her desk; good for the rest of that day.</summary>
    public async Task<Outcome<CaseReference>> State(DeskSession session, CaseReference reference, string? reason)
    {
        if (!await cases.WasAt(reference.CaseId, session.PostId) || await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        if (reason is null || !Look.Stated.Contains(reason)) return ReasonNeeded;
        await looks.Write(session, file.Case, LookBook.Whole, reason);
        return reference;
    }

    /// <summary>Why she looks who has it no more: her post had it today, or was the last to have it; else what she stated today, or null.</summary>
    async Task<string?> WhyNow(DeskSession session, CaseFile file)
    {
        var (caseId, today) = (file.Case.CaseId, StateTime.StartOf(time.Today()));
        var items = await db.Set<WorkItem>().AsNoTracking().Where(item => item.CaseId == caseId).OrderBy(item => item.Seq).Select(item => new { item.PostId, item.DoneAt }).ToListAsync();
        // Whose work was made for her by a shared desk, or a certificate signed for her post, has no item of her own.
        var isLast = file.Desk is null && (items.Count == 0 || items[^1].PostId == session.PostId || !items.Exists(item => item.PostId == session.PostId));
        if (isLast || items.Exists(item => item.PostId == session.PostId && item.DoneAt >= today)) return "was_assigned";
        return await db.Set<Look>().Where(look => look.CaseId == caseId && look.OfficialId == session.OfficialId && look.PostId == session.PostId && look.At >= today && Look.Stated.Contains(look.Reason))
            .OrderByDescending(look => look.At).Select(look => look.Reason).FirstOrDefaultAsync();
    }
}
