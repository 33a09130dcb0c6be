using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing.Sharing;

/// <summary>Use case: the post that has a case hands it over to a colleague of its designation, and says why.</summary>
public sealed class HandOverCase(SharedDesks desks)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Guid? to, string? words)
    {
        if (to is null) return SharedDesks.ToWhom;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        return await desks.Pass(new(session, caseId, seenVersion, "hand over", CaseEvent.CaseHandedOver, new() { To = to, Words = OfficersWords.Or(words) }), Handing.HandOver);
    }
}
