using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// Use case: a broadcast is taken back by who wrote it, or, going out, stopped by either of the two or by whoever else looks after
/// that office. What has left has left; what still waits is dropped when its turn comes.
/// </summary>
public sealed class StopBroadcast(EkDwarDb db, BroadcastDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid broadcastId)
    {
        if (await desk.Open(session, broadcastId) is not { } broadcast) return BroadcastDesk.NotYours;
        if (!broadcast.MayStop) return BroadcastDesk.Answered;
        if (broadcast.Status != BroadcastStatus.GoingOut && broadcast.WrittenById != session.OfficialId) return BroadcastDesk.NotYours;
        (broadcast.Status, broadcast.StoppedById, broadcast.EndedAt) = (BroadcastStatus.Stopped, session.OfficialId, time.UtcNow());
        return await db.TrySave() ? broadcastId : BroadcastDesk.SomebodyElseWasFirst;
    }
}
