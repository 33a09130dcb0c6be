using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Use case: the administrator enters an official's leave. On these days she acts from no post; who acts instead is told on the office's page.</summary>
public sealed class GrantLeave(EkDwarDb db, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid officialId, StaffOrder order)
    {
        if (await desk.Official(session, officialId) is not { } found) return StaffDesk.NotYours;
        if (officialId == session.OfficialId) return StaffDesk.NotYourself;
        var faults = order.Faults(desk.Today, needsUntil: true);
        if (faults.Count > 0) return faults;
        var today = desk.Today;
        var leaves = await db.Set<Leave>().AsNoTracking().Where(leave => leave.OfficialId == officialId && leave.UntilOn >= today).ToListAsync();
        if (leaves.Exists(leave => leave.Meets(order.FromOn!.Value, order.UntilOn!.Value))) return new Refusal("people.staff.on_leave_already", "from-day");
        db.Add(new Leave { LeaveId = Guid.CreateVersion7(), OfficialId = officialId, FromOn = order.FromOn!.Value, UntilOn = order.UntilOn!.Value });
        // Two leaves entered at the same moment: the second loses here.
        db.Update(found.Official);
        desk.Record(session, OfficeChangeKind.LeaveGranted, found.OfficeId, officialId, null, order);
        return await db.TrySave() ? officialId : StaffDesk.SomebodyElseWasFirst;
    }
}
