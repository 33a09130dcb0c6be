using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing.Sharing;

/// <summary>
/// Use case: a post gives a case to another and says why: its own to a colleague of its designation, or one that lies on a desk
/// below it, claimed or not, to a post there. Who is below whom stands in the state's orders of seniority. Who gets it is told.
/// </summary>
public sealed class PassCase(SharedDesks desks)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Handing how, Guid? to, string? words)
    {
        if (!how.NeedsTarget()) throw new ArgumentOutOfRangeException(nameof(how));
        if (to is null) return SharedDesks.ToWhom;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var (action, kind) = how == Handing.Assign ? ("assign", CaseEvent.CaseAssigned) : ("hand over", CaseEvent.CaseHandedOver);
        return await desks.Pass(new(session, caseId, seenVersion, action, kind, new() { To = to, Words = OfficersWords.Or(words) }), how);
    }
}
