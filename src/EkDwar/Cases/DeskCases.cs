using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Cases;

/// <summary>Opens a case for the post that has it: any other post, office or citizen's case is answered as if it did not exist.</summary>
public static class DeskCases
{
    public static readonly Refusal NotYours = new("cases.not_found");

    /// <summary>The case when it lies on this post's desk and the stage allows the action.</summary>
    public static async Task<Outcome<CaseFile>> OpenFor(this CaseFiles cases, DeskSession session, long caseId, string action, long seenVersion)
    {
        var file = await cases.Open(caseId);
        if (file?.Desk is null || file.Stage is not { } stage) return file is null ? NotYours : Acts.SomebodyElseWasFirst;
        if (file.Desk.PostId != session.PostId) return NotYours;
        if (!stage.May(action)) return new Refusal("cases.action_not_here");
        // What the officer decides on is what she saw.
        return file.Case.Version == seenVersion ? file : Acts.SomebodyElseWasFirst;
    }
}
