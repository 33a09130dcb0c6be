using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>
/// Use case: the administrator puts an official, who holds a post herself, in additional charge of another for some days, or
/// until further orders. On the first day the post must be vacant, or its holder on leave; whenever its holder is there she acts, not the charge.
/// </summary>
public sealed class GiveCharge(EkDwarDb db, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid postId, string? login, StaffOrder order)
    {
        var opened = await desk.Open(session, postId);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var faults = order.Faults(desk.Today, needsUntil: false);
        if (faults.Count > 0) return faults;
        var (post, roster) = opened.Value;
        var (typed, first) = ((login ?? "").Trim().ToLowerInvariant(), order.FromOn!.Value);
        if (await desk.OfState(roster.Office.State).AsNoTracking().SingleOrDefaultAsync(one => one.Login == typed) is not { } official) return new Refusal("people.staff.no_such_login", "login");
        if (official.OfficialId == session.OfficialId) return StaffDesk.NotYourself;
        if (!await db.Set<PostHolding>().AnyAsync(one => one.OfficialId == official.OfficialId && one.PostId != postId && one.Kind == HoldingKind.Holder && one.FromOn <= first && (one.UntilOn == null || one.UntilOn >= first)))
            return new Refusal("people.staff.holds_nothing", "login");
        if (roster.WhoActs.Present(postId, first) is not null) return new Refusal("people.staff.holder_is_there", "from-day");
        if (roster.Of(postId, HoldingKind.Charge).Any(charge => charge.Meets(first, order.UntilOn))) return new Refusal("people.staff.has_charge", "from-day");
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = postId, OfficialId = official.OfficialId, Kind = HoldingKind.Charge, FromOn = first, UntilOn = order.UntilOn });
        desk.Record(session, OfficeChangeKind.ChargeGiven, post.OfficeId, official.OfficialId, postId, order);
        return await db.TrySave() ? postId : StaffDesk.SomebodyElseWasFirst;
    }
}
