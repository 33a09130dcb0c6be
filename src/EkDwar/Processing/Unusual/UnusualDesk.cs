using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Processing.Inboxes;

namespace EkDwar.Processing.Unusual;

/// <summary>
/// Whose unusual looks a post may read: an administrator those of her office and the offices below, a senior those of the posts
/// below hers at her own; nobody her own. Only the administrator closes them.
/// </summary>
public sealed class UnusualDesk(EkDwarDb db, StaffDesk staff, OfficesBelow below, DesksInSight desks)
{
    /// <summary>The same for what is not there and for what is not hers.</summary>
    public static readonly Refusal NotYours = new("processing.unusual.not_yours");

    public async Task<bool> MayClose(DeskSession session) => await staff.OfficeOf(session) is not null;

    /// <summary>None, and null, where this post looks after nobody.</summary>
    public async Task<IQueryable<UnusualLook>?> InSight(DeskSession session)
    {
        var others = db.Set<UnusualLook>().Where(one => one.OfficialId != session.OfficialId);
        if (await staff.OfficeOf(session) is { } office)
        {
            var offices = below.Of(office);
            return others.Where(one => offices.Any(known => known.OfficeId == one.OfficeId));
        }
        var posts = (await desks.Below(session)).Select(post => post.PostId).ToList();
        return posts.Count == 0 ? null : others.Where(one => posts.Contains(one.PostId));
    }
}
