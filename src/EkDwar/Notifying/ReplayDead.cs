using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>Use case: a person has what was given up tried again, from the first try on. What lives or is done is not touched.</summary>
public sealed class ReplayDead(EkDwarDb db, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(Guid id)
    {
        var now = time.UtcNow();
        var played = await db.Set<OutboxMessage>().Where(message => message.Id == id && message.DeadAt != null && message.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.DeadAt, (DateTime?)null).SetProperty(message => message.ClaimedUntil, (DateTime?)null)
                .SetProperty(message => message.Attempts, 0).SetProperty(message => message.DueAt, now));
        return played == 1 ? id : new Refusal("notifying.outbox_none");
    }
}
