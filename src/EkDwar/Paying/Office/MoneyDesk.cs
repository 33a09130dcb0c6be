using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Paying.Office;

/// <summary>
/// Opens a case for a post that has to do with its money and may never have had it on its desk. The look is recorded
/// before anything is shown. To any other post the case does not exist.
/// </summary>
public sealed class MoneyDesk(EkDwarDb db, CaseFiles cases, MoneyPosts posts, LookBook looks)
{
    const int MostTries = 20;

    public async Task<Outcome<CaseFile>> Look(DeskSession session, CaseReference reference, Func<MoneyPosts, CaseFile, Task<bool>> may)
    {
        if (await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference || !await may(posts, file)) return DeskCases.NotYours;
        await looks.Write(session, file.Case, "fee", "fee");
        return file;
    }

    /// <summary>
    /// Does an act on the money of a case as its officer saw it. Sent again after the answer was lost, it is answered as the
    /// first time, and not done again.
    /// </summary>
    public async Task<Outcome<CaseReference>> Act(DeskAct act, Func<MoneyPosts, CaseFile, Task<bool>> may, Func<CaseFile, Task<Outcome<CaseReference>>> does)
    {
        for (var tries = 1; ; tries++)
        {
            var opened = await Opened(act, may);
            var outcome = opened.IsDone ? await does(opened.Value) : opened.Refusals.ToList();
            // The cash book of the office was written in for another case: then it is done again under the next number.
            if (!opened.IsDone || tries == MostTries || !outcome.Refusals.Contains(Acts.SomebodyElseWasFirst)) return await cases.Settled(act, outcome);
            db.ChangeTracker.Clear();
        }
    }

    async Task<Outcome<CaseFile>> Opened(DeskAct act, Func<MoneyPosts, CaseFile, Task<bool>> may)
    {
        if (await cases.Open(act.CaseId) is not { } file || !await may(posts, file)) return DeskCases.NotYours;
        if (file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        return file.Unproved(act) is { } unproved ? unproved : file;
    }
}
