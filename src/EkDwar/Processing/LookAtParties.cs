using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Use case: an officer opens what the parties of a case consent to, and nothing else of it. The look is recorded before anything is shown.</summary>
public sealed class LookAtParties(SignatureDesk desk, LookBook looks)
{
    public async Task<Outcome<CaseFile>> Run(DeskSession session, CaseReference reference)
    {
        if (await desk.Open(session, reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
        await looks.Write(session, file.Case, "parties", file.Desk is null ? "signature" : "assigned");
        return file;
    }
}
