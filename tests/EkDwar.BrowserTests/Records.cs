using EkDwar.Cases;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>What the house itself has recorded; a journey reads it, because a page alone proves nothing.</summary>
public sealed class Records(TestHouse house, CaseReference reference)
{
    public Task<Case> Case() => house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == reference.CaseId));

    public Task<List<string>> Events() => house.Db(db => db.Set<LedgerEntry>().AsNoTracking()
        .Where(entry => entry.StreamId == reference.CaseId).OrderBy(entry => entry.Seq).Select(entry => entry.Kind).ToListAsync());

    /// <summary>Waits until the background worker has nothing left that is due, and nothing failed for good.</summary>
    public async Task OutboxIsEmpty()
    {
        var now = house.Clock.GetUtcNow().UtcDateTime;
        for (var tries = 0; tries < 100; tries++)
        {
            if (!await house.Db(db => db.Set<OutboxMessage>().AnyAsync(m => m.DoneAt == null && m.DeadAt == null && m.DueAt <= now)))
            {
                Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(m => m.DeadAt != null).Select(m => m.LastError).ToListAsync()));
                return;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("the outbox was not emptied within ten seconds");
    }

    /// <summary>The ledger, held against a checkpoint made now, has no fault and holds exactly these events.</summary>
    public async Task LedgerSays(params CaseEvent[] events)
    {
        await house.Checkpoint();
        var findings = await house.VerifiedLedger();
        Assert.Empty(findings.Faults);
        Assert.Equal(events.Select(e => e.ToString()), await Events());
    }
}
