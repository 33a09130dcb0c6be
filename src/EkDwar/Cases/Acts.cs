using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Cases;

/// <summary>Saves an act on a case and says what came of it, with the crash points of every act.</summary>
public static class Acts
{
    /// <summary>Somebody else acted on the case in the meantime; nothing was written.</summary>
    public static readonly Refusal SomebodyElseWasFirst = new("cases.somebody_else_was_first");

    public static async Task<Outcome<CaseReference>> SaveAct(this EkDwarDb db, Case c)
    {
        Foundation.CrashPoints.Pass("act.before_commit");
        if (!await db.TrySave())
        {
            // What was refused must not be written by the next save of this request.
            db.ChangeTracker.Clear();
            return SomebodyElseWasFirst;
        }
        Foundation.CrashPoints.Pass("act.after_commit");
        return c.Reference;
    }
}
