using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>
/// Use case: the administrator relieves the holder of a post, or ends somebody's charge of it, after a last day. The day
/// before today is at once: the session ends within a minute. The work stays with the post.
/// </summary>
public sealed class RelieveOfficial(EkDwarDb db, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid holdingId, StaffOrder order)
    {
        if (await db.Set<PostHolding>().SingleOrDefaultAsync(one => one.PostHoldingId == holdingId) is not { } holding) return StaffDesk.NotYours;
        var opened = await desk.Open(session, holding.PostId);
        if (!opened.IsDone) return opened.Refusals.ToList();
        if (holding.OfficialId == session.OfficialId) return StaffDesk.NotYourself;
        var faults = order.LastDayFaults(desk.Today);
        if (faults.Count > 0) return faults;
        // What was planned and has not begun may be taken back whole; what is over stays as it was.
        if (holding.UntilOn < desk.Today.AddDays(-1) || holding.UntilOn < order.UntilOn) return new Refusal("people.staff.ends_earlier", "until-day");
        holding.UntilOn = order.UntilOn < holding.FromOn ? holding.FromOn.AddDays(-1) : order.UntilOn;
        var kind = holding.Kind == HoldingKind.Charge ? OfficeChangeKind.ChargeEnded : OfficeChangeKind.Relieved;
        desk.Record(session, kind, opened.Value.Post.OfficeId, holding.OfficialId, holding.PostId, order with { FromOn = null, UntilOn = holding.UntilOn });
        return await db.TrySave() ? holding.PostId : StaffDesk.SomebodyElseWasFirst;
    }
}
