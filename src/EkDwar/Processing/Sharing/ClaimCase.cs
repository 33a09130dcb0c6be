using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.Sharing;

/// <summary>
/// Use case: one of several posts takes a case from the desk they share. Of two who do so at once one has it, and the other
/// is told so. Taken again by the same post it is hers already, and nothing is written.
/// </summary>
public sealed class ClaimCase(CaseFiles cases, SharedDesks desks, PostDirectory directory)
{
    // What moves a case nobody has claimed, such as a payment, does not stand against claiming it.
    const int Tries = 3;

    public async Task<Outcome<CaseReference>> Run(DeskSession session, CaseReference reference)
    {
        var own = await directory.Post(session.PostId);
        for (var left = Tries; ; left--)
        {
            if (await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return DeskCases.NotYours;
            var found = await desks.Find(session, file, Handing.Claim);
            if (found.Refusals.Contains(SharedDesks.IsYours)) return reference;
            if (!found.IsDone) return found.Refusals.ToList();
            var moved = await desks.Move(file, found.Value, own, new(session, reference.CaseId, file.Case.Version, "claim", CaseEvent.CaseClaimed, new()));
            if (moved.IsDone || left == 1) return moved;
        }
    }
}
