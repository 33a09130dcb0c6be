using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Transfers;

/// <summary>Use case: the administrator moves several officials of an office on one date, today or later, all in one save or none. Their work stays with the posts.</summary>
public sealed class PlanTransfer(EkDwarDb db, StaffDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid officeId, IReadOnlyList<Move> moves, StaffOrder order)
    {
        if (!await desk.Administers(session, officeId)) return StaffDesk.NotYours;
        var faults = (order with { UntilOn = null }).Faults(desk.Today, needsUntil: false);
        if (faults.Count > 0) return faults;
        if (moves.Count == 0) return new Refusal("processing.transfer_nobody");
        var transfer = new Transfer
        {
            TransferId = Guid.CreateVersion7(), OfficeId = officeId, TakesForceOn = order.FromOn!.Value, Words = order.Reason, PlannedById = session.OfficialId, PlannedAt = time.UtcNow(),
        };
        db.Add(transfer);
        foreach (var move in moves.DistinctBy(move => move.PostId))
            if (await Put(session, transfer, move, order) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return refusal;
            }
        return await db.TrySave() ? transfer.TransferId : StaffDesk.SomebodyElseWasFirst;
    }

    async Task<Refusal?> Put(DeskSession session, Transfer transfer, Move move, StaffOrder order)
    {
        var opened = await desk.Open(session, move.PostId);
        if (!opened.IsDone) return opened.Refusals[0];
        var (post, roster) = opened.Value;
        if (post.OfficeId != transfer.OfficeId) return StaffDesk.NotYours;
        var on = transfer.TakesForceOn;
        var own = roster.HolderOf(post.PostId, on);
        if (move.OfficialId == session.OfficialId || own?.OfficialId == session.OfficialId) return StaffDesk.NotYourself;
        if (own?.OfficialId == move.OfficialId) return new("processing.transfer_same");
        if (roster.Of(post.PostId, HoldingKind.Holder).Any(other => other.PostHoldingId != own?.PostHoldingId && other.Meets(on, until: null))) return new("people.staff.has_holder", "from-day");
        if (move.OfficialId is { } official && !await desk.OfState(roster.Office.State).AnyAsync(one => one.OfficialId == official)) return StaffDesk.NotYours;
        var ended = own is null ? null : await db.Set<PostHolding>().SingleAsync(one => one.PostHoldingId == own.PostHoldingId);
        var line = new TransferLine
        {
            TransferId = transfer.TransferId, PostId = post.PostId, FromHoldingId = ended?.PostHoldingId, FromUntilOn = ended?.UntilOn, ToHoldingId = move.OfficialId is null ? null : Guid.CreateVersion7(),
        };
        db.Add(line);
        if (ended is not null) ended.UntilOn = on.AddDays(-1);
        if (line.ToHoldingId is { } id) db.Add(new PostHolding { PostHoldingId = id, PostId = post.PostId, OfficialId = move.OfficialId!.Value, FromOn = on });
        if (ended is not null) desk.Record(session, OfficeChangeKind.Relieved, post.OfficeId, ended.OfficialId, post.PostId, order with { FromOn = null, UntilOn = ended.UntilOn });
        if (move.OfficialId is not null) desk.Record(session, OfficeChangeKind.TransferPlanned, post.OfficeId, move.OfficialId, post.PostId, order with { UntilOn = null });
        return null;
    }
}
