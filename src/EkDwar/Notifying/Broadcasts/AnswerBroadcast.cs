using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// Use case: a second official approves a broadcast or refuses it with her words; never her own, once, and in time. Approving is
/// signing: it leaves in the office's name and costs its money. Approved, it goes into the outbox, in the lane behind all others.
/// </summary>
public sealed class AnswerBroadcast(EkDwarDb db, BroadcastDesk desk, TimeProvider time)
{
    public async Task<Outcome<BroadcastStatus>> Run(DeskSession session, Guid broadcastId, bool isApproved, string? words)
    {
        if (await desk.Open(session, broadcastId) is not { } broadcast || broadcast.Status == BroadcastStatus.Previewed) return BroadcastDesk.NotYours;
        if (broadcast.WrittenById == session.OfficialId) return BroadcastDesk.NotYourOwn;
        var now = time.UtcNow();
        if (broadcast.Status != BroadcastStatus.Asked) return BroadcastDesk.Answered;
        if (!broadcast.Waits(now) || time.Today() > broadcast.UntilOn) return BroadcastDesk.TooOld;
        if (isApproved && desk.SigningIn(broadcast.State).Unsigned(session) is { } unsigned) return unsigned;
        if (!isApproved && OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        (broadcast.AnsweredById, broadcast.AnsweredFromId, broadcast.AnsweredAt) = (session.OfficialId, session.PostId, now);
        (broadcast.Status, broadcast.AnswerWords) = isApproved ? (BroadcastStatus.GoingOut, null) : (BroadcastStatus.Refused, words!.Trim());
        if (isApproved) db.AddRange(HandOutBroadcast.Begin(broadcast, now), TallyBroadcast.Begin(broadcast, now));
        return await db.TrySave() ? broadcast.Status : BroadcastDesk.SomebodyElseWasFirst;
    }
}
