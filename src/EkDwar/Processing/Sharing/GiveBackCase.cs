using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Processing.Sharing;

/// <summary>Use case: a post gives a case back to the desk it shares with others of its designation, with words if it has some.</summary>
public sealed class GiveBackCase(SharedDesks desks)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words) =>
        OfficersWords.Unfit(words, "words", isNeeded: false) is { } unfit ? unfit
            : await desks.Pass(new(session, caseId, seenVersion, "give back", CaseEvent.CaseGivenBack, new() { Words = OfficersWords.Or(words) }), Handing.GiveBack);
}
