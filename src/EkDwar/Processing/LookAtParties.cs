using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Use case: an officer opens what the parties of a case consent to, and nothing else of it. The look is recorded before anything is shown.</summary>
public sealed class LookAtParties(EkDwarDb db, SignatureDesk desk, TimeProvider time)
{
    public async Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference)
    {
        if (await desk.Open(session, reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        db.Add(new Look
        {
            CaseId = reference.CaseId, LookId = Guid.CreateVersion7(), At = time.UtcNow(), OfficialId = session.OfficialId, PostId = session.PostId,
            What = "parties", Reason = file.Desk is null ? "signature" : "assigned",
        });
        await db.Save();
        return file;
    }
}
