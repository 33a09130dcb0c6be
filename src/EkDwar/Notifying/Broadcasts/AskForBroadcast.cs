using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>Use case: who wrote a broadcast has read its preview and asks for a second official's answer. Refused once the count is too old.</summary>
public sealed class AskForBroadcast(EkDwarDb db, BroadcastDesk desk, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid broadcastId)
    {
        if (await desk.Open(session, broadcastId) is not { } broadcast || broadcast.WrittenById != session.OfficialId) return BroadcastDesk.NotYours;
        if (broadcast.Status != BroadcastStatus.Previewed) return BroadcastDesk.Answered;
        if (time.UtcNow() >= broadcast.AnswerBy || time.Today() > broadcast.UntilOn) return BroadcastDesk.TooOld;
        broadcast.Status = BroadcastStatus.Asked;
        return await db.TrySave() ? broadcastId : BroadcastDesk.SomebodyElseWasFirst;
    }
}
