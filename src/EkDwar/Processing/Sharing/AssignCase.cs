using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing.Sharing;

/// <summary>
/// Use case: a post gives a case that lies on a desk below it, claimed or not, to a post of that designation at its office,
/// and says why. Who is below whom stands in the state's orders of seniority.
/// </summary>
public sealed class AssignCase(SharedDesks desks)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Guid? to, string? words)
    {
        if (to is null) return SharedDesks.ToWhom;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        return await desks.Pass(new(session, caseId, seenVersion, "assign", CaseEvent.CaseAssigned, new() { To = to, Words = OfficersWords.Or(words) }), Handing.Assign);
    }
}
