using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Delegating;

/// <summary>Use case: the holder takes back at once, without a reason, what she let a colleague do. His session at her post ends within a minute.</summary>
public sealed class TakeBackDelegation(EkDwarDb db, OwnDesks desks, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid delegationId)
    {
        var opened = await desks.Open(session);
        if (!opened.IsDone) return opened.Refusals.ToList();
        if (opened.Value.Delegates.FirstOrDefault(one => one.Delegation.DelegationId == delegationId) is not { } line) return StaffDesk.NotYours;
        var delegation = await db.Set<Delegation>().SingleAsync(one => one.DelegationId == delegationId);
        delegation.UntilOn = (delegation.FromOn > desk.Today ? delegation.FromOn : desk.Today).AddDays(-1);
        desk.Record(session, OfficeChangeKind.DelegationEnded, opened.Value.Post.OfficeId, line.OfficialId, opened.Value.Post.PostId, new(null, delegation.UntilOn, null));
        return await db.TrySave() ? line.OfficialId : StaffDesk.SomebodyElseWasFirst;
    }
}
