using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Use case: an official comes back early, or her leave is cancelled: it ends after a day that is earlier than was granted. From the next day she acts again, and no charge of her posts does.</summary>
public sealed class EndLeave(EkDwarDb db, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid leaveId, StaffOrder order)
    {
        if (await db.Set<Leave>().SingleOrDefaultAsync(one => one.LeaveId == leaveId) is not { } leave || await desk.Official(session, leave.OfficialId) is not { } found) return StaffDesk.NotYours;
        if (leave.OfficialId == session.OfficialId) return StaffDesk.NotYourself;
        var faults = order.LastDayFaults(desk.Today);
        if (faults.Count > 0) return faults;
        if (leave.UntilOn < order.UntilOn) return new Refusal("people.staff.ends_earlier", "until-day");
        leave.UntilOn = order.UntilOn < leave.FromOn ? leave.FromOn.AddDays(-1) : order.UntilOn!.Value;
        desk.Record(session, OfficeChangeKind.LeaveEnded, found.OfficeId, leave.OfficialId, null, order with { FromOn = null, UntilOn = leave.UntilOn });
        return await db.TrySave() ? leave.OfficialId : StaffDesk.SomebodyElseWasFirst;
    }
}
