using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Cases;

/// <summary>
/// Use case: an official opens a case or one of its papers. Only the post that has it, or had it, may, and those that share the desk on which nobody has claimed it; and every look is
/// recorded before anything is shown; what is not there was not looked at.
/// </summary>
public sealed class LookAtCase(EkDwarDb db, CaseFiles cases, LookBook looks, TimeProvider time)
{
    public Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, bool>? isThere = null) =>
        Run(session, reference, what, file => Task.FromResult(isThere?.Invoke(file) != false));

    public async Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, Task<bool>> isThere)
    {
        if (!await cases.WasAt(reference.CaseId, session.PostId) || await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        var isUnclaimed = await cases.SeeFrom(file, session.PostId);
        if (!await isThere(file)) return DeskCases.NotYours;
        await looks.Write(session, file.Case, what, isUnclaimed ? "unclaimed" : file.Desk?.PostId == session.PostId ? "assigned" : "was_assigned");
        if (what == LookBook.Whole) await DeskNotice.Seen(db, reference.CaseId, [session.PostId, .. await cases.SharedBy(session.PostId)], time.UtcNow());
        return file;
    }
}
