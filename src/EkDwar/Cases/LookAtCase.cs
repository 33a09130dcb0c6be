using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Cases;

/// <summary>
/// Use case: an official opens a case or one of its papers. Only the post that has it, or had it, may; and every look is
/// recorded before anything is shown; what is not there was not looked at.
/// </summary>
public sealed class LookAtCase(EkDwarDb db, CaseFiles cases, LookBook looks, TimeProvider time)
{
    public async Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference, string what, Func<CaseFile, bool>? isThere = null)
    {
        if (!await cases.WasAt(reference.CaseId, session.PostId) || await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        file.SeenFrom(session.PostId);
        if (isThere?.Invoke(file) == false) return DeskCases.NotYours;
        await looks.Write(session, file.Case, what, file.Desk?.PostId == session.PostId ? "assigned" : "was_assigned");
        if (file.Service.Deemed is not null) await DeskNotice.Seen(db, reference.CaseId, session.PostId, time.UtcNow());
        return file;
    }
}
