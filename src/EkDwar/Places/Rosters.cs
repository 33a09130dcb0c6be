using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>Reads who holds what at an office, and answers for any past day who acted there. Changes nothing.</summary>
public sealed class Rosters(EkDwarDb db, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>With all that is not over before this day.</summary>
    public async Task<Roster> Of(Guid officeId, DateOnly since)
    {
        var (office, kind) = await At(officeId);
        var posts = await db.Set<Post>().AsNoTracking().Where(post => post.OfficeId == officeId && post.Number != Post.Shared).OrderBy(post => post.PostId).ToListAsync();
        var holdings = await (from holding in db.Set<PostHolding>().AsNoTracking()
                              join post in db.Set<Post>() on holding.PostId equals post.PostId
                              where post.OfficeId == officeId && (holding.UntilOn == null || holding.UntilOn >= since)
                              select holding).ToListAsync();
        var officials = holdings.Select(holding => holding.OfficialId).Distinct().ToList();
        var leaves = await db.Set<Leave>().AsNoTracking().Where(leave => officials.Contains(leave.OfficialId) && leave.UntilOn >= since).OrderBy(leave => leave.FromOn).ToListAsync();
        var delegations = await (from delegation in db.Set<Delegation>().AsNoTracking()
                                 join holding in db.Set<PostHolding>() on delegation.HoldingId equals holding.PostHoldingId
                                 join post in db.Set<Post>() on holding.PostId equals post.PostId
                                 where post.OfficeId == officeId && delegation.UntilOn >= since
                                 orderby delegation.FromOn, delegation.DelegationId
                                 select delegation).ToListAsync();
        return new(office, kind, states.TryGetValue(office.State, out var state) ? state.Seniority : [], posts, holdings, leaves, delegations);
    }

    /// <summary>On whom a default of this post falls that happened on this date. Of what nobody had claimed from a shared desk, on the nearest senior.</summary>
    public async Task<Acting> HolderOn(Guid postId, DateOnly day)
    {
        var post = await db.Set<Post>().AsNoTracking().SingleAsync(post => post.PostId == postId);
        return (await Of(post.OfficeId, day)).ActsOn(post, day);
    }

    /// <summary>The designations below this post's; none in most offices, and then nothing of them is read.</summary>
    public Task<IReadOnlyList<string>> Below(Post post) => Below(post, (orders, kind) => orders.Below(kind, post.Designation));

    /// <summary>The designations below this post's, and those below them.</summary>
    public Task<IReadOnlyList<string>> FarBelow(Post post) => Below(post, (orders, kind) => orders.FarBelow(kind, post.Designation));

    async Task<IReadOnlyList<string>> Below(Post post, Func<IReadOnlyCollection<SeniorityOrder>, string, IReadOnlyList<string>> read)
    {
        if (!states.Values.Any(state => state.Seniority.Exists(order => order.Order.IndexOf(post.Designation) > 0))) return [];
        var (office, kind) = await At(post.OfficeId);
        return states.TryGetValue(office.State, out var state) ? read(state.Seniority, kind) : [];
    }

    async Task<(Office Office, string Kind)> At(Guid officeId)
    {
        var found = await (from office in db.Set<Office>().AsNoTracking()
                           join place in db.Set<Place>() on office.PlaceId equals place.PlaceId
                           where office.OfficeId == officeId
                           select new { office, place.Kind }).SingleAsync();
        return (found.office, found.Kind);
    }
}
