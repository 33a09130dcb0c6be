using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Use case: the administrator lets an official join a post from a day on. The post must be vacant from then on: its holder is relieved first.</summary>
public sealed class JoinPost(EkDwarDb db, StaffDesk desk)
{
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid postId, string? login, StaffOrder order)
    {
        var opened = await desk.Open(session, postId);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var faults = (order with { UntilOn = null }).Faults(desk.Today, needsUntil: false);
        if (faults.Count > 0) return faults;
        var typed = (login ?? "").Trim().ToLowerInvariant();
        if (await desk.OfState(opened.Value.Roster.Office.State).AsNoTracking().SingleOrDefaultAsync(one => one.Login == typed) is not { } official) return new Refusal("people.staff.no_such_login", "login");
        if (official.OfficialId == session.OfficialId) return StaffDesk.NotYourself;
        if (Holder(opened.Value.Roster, postId, order.FromOn!.Value) is { } refusal) return refusal;
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = postId, OfficialId = official.OfficialId, FromOn = order.FromOn.Value });
        desk.Record(session, OfficeChangeKind.Joined, opened.Value.Post.OfficeId, official.OfficialId, postId, order with { UntilOn = null });
        return await db.TrySave() ? postId : StaffDesk.SomebodyElseWasFirst;
    }

    /// <summary>Null when nobody holds the post on that day or later.</summary>
    public static Refusal? Holder(Roster roster, Guid postId, DateOnly from) =>
        roster.Of(postId, HoldingKind.Holder).Any(holding => holding.Meets(from, until: null)) ? new("people.staff.has_holder", "from-day") : null;
}
