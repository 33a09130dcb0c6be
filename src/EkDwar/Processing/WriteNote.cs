using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>
/// Use case: an official whose post has or had a case writes a note for the officials of its posts, sealed in its ledger
/// like all that happens. It moves nothing, is never changed or taken out, and is not shown to the applicant.
/// </summary>
public sealed class WriteNote(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, "note", CaseEvent.NoteWritten, new() { Words = OfficersWords.Or(words) });
        if (!await cases.WasAt(caseId, session.PostId)) return DeskCases.NotYours;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        // Nothing is decided by it: what happened since she opened the case does not stand against it.
        return await cases.Earlier(act) is { } written ? written : await cases.Settled(act, await Write(act));
    }

    async Task<Outcome<CaseReference>> Write(DeskAct act)
    {
        if (await cases.Open(act.CaseId) is not { } file) return DeskCases.NotYours;
        file.Record(act.Kind, time.UtcNow(), act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
