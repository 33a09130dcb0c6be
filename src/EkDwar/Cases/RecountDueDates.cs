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
    /// <returns>How many dates moved.</returns>
    public async Task<int> Run(string state)
    {
        var open = await db.Set<Case>().Where(c => c.State == state && c.DueOn != null && (c.Status == CaseStatus.InProcess || c.Status == CaseStatus.AwaitingCitizen
                || c.Status == CaseStatus.AwaitingConsent || c.Status == CaseStatus.AwaitingRegister || c.Status == CaseStatus.AwaitingFee))
            .Select(c => c.CaseId).ToListAsync();
        var moved = 0;
        foreach (var caseId in open)
            if (await Moves(caseId)) moved++;
        return moved;
    }

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
