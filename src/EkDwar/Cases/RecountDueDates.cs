using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Use case, by command: the open cases of a state are counted again with the law in force now, after a holiday was
/// notified or withdrawn. A date that moves is a recorded event, and the citizen is told. No date moves without it.
/// </summary>
public sealed class RecountDueDates(EkDwarDb db, CaseFiles cases, CaseClock clock, TimeProvider time)
{
    const int AtOnce = 500;

    /// <returns>How many dates moved.</returns>
    public Task<int> Run(string state) => Run(state, AtOnce);

    /// <summary>A state has more open cases than are to be held in memory: they are taken in the order of their numbers, so many at once.</summary>
    internal async Task<int> Run(string state, int atOnce)
    {
        var (moved, after) = (0, long.MinValue);
        while (await Open(state, after, atOnce) is { Count: > 0 } open)
        {
            foreach (var caseId in open)
                if (await Moves(caseId)) moved++;
            after = open[^1];
        }
        return moved;
    }

    Task<List<long>> Open(string state, long after, int atOnce) => db.Set<Case>().WithOpenLimit().Where(c => c.CaseId > after && c.State == state)
        .OrderBy(c => c.CaseId).Select(c => c.CaseId).Take(atOnce).ToListAsync();

    async Task<bool> Moves(long caseId)
    {
        // Somebody may act on the case meanwhile: then it is looked at again.
        for (; ; db.ChangeTracker.Clear())
        {
            if (await cases.Open(caseId) is not { } file || await clock.Recount(file) is not { } change) return false;
            var now = time.UtcNow();
            file.Record(CaseEvent.DueDateRecounted, now, Actor.System, new(), change);
            db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.DueDateRecounted}", now));
            if (!await db.TrySave()) continue;
            db.ChangeTracker.Clear();
            return true;
        }
    }
}
