using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Transfers;

/// <summary>Use case: the administrator takes a transfer back before its day. Whoever held a post keeps it, to the last day she had before; nobody comes.</summary>
public sealed class UndoTransfer(EkDwarDb db, StaffDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid transferId)
    {
        if (await db.Set<Transfer>().SingleOrDefaultAsync(one => one.TransferId == transferId) is not { } transfer || !await desk.Administers(session, transfer.OfficeId)) return StaffDesk.NotYours;
        if (!transfer.MayBeUndone(desk.Today)) return new Refusal("processing.transfer_over");
        var lines = await db.Set<TransferLine>().Where(line => line.TransferId == transferId).ToListAsync();
        foreach (var line in lines)
        {
            var opened = await desk.Open(session, line.PostId);
            if (!opened.IsDone) return opened.Refusals.ToList();
            var (from, to) = (await Holding(line.FromHoldingId), await Holding(line.ToHoldingId));
            // Somebody has ordered something else of these holdings since.
            if ((from is not null && from.UntilOn != transfer.TakesForceOn.AddDays(-1)) || (to is not null && to.UntilOn is not null)) return StaffDesk.SomebodyElseWasFirst;
            if (from is not null) from.UntilOn = line.FromUntilOn;
            if (to is not null) to.UntilOn = to.FromOn.AddDays(-1);
            desk.Record(session, OfficeChangeKind.TransferUndone, transfer.OfficeId, to?.OfficialId ?? from?.OfficialId, line.PostId, new(transfer.TakesForceOn, null, transfer.Words));
        }
        transfer.UndoneAt = time.UtcNow();
        return await db.TrySave() ? transfer.OfficeId : StaffDesk.SomebodyElseWasFirst;
    }

    async Task<PostHolding?> Holding(Guid? id) => id is null ? null : await db.Set<PostHolding>().SingleAsync(one => one.PostHoldingId == id);
}
