using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// From which posts of a state nobody acts today: no holder who is there, nobody in charge, no senior. Where an office has
/// several posts of a designation, one that is manned is enough: their work arrives on the desk they share.
/// </summary>
public sealed class Unmanned(EkDwarDb db, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time)
{
    /// <summary>The designations by the code of their office; offices without any such post are left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> Of(string state)
    {
        var today = time.Today();
        var offices = await (from office in db.Set<Office>() join place in db.Set<Place>() on office.PlaceId equals place.PlaceId
                             where office.State == state && office.FromOn <= today && (office.UntilOn == null || office.UntilOn >= today)
                             select new { Office = office, place.Kind }).AsNoTracking().ToListAsync();
        var posts = (await (from post in db.Set<Post>() join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                            where office.State == state && post.Number != Post.Shared select post).AsNoTracking().ToListAsync()).ToLookup(post => post.OfficeId);
        var holdings = (await (from holding in db.Set<PostHolding>() join post in db.Set<Post>() on holding.PostId equals post.PostId join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                               where office.State == state && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)
                               select new { post.OfficeId, Holding = holding }).AsNoTracking().ToListAsync()).ToLookup(one => one.OfficeId, one => one.Holding);
        var away = (await db.Set<Leave>().AsNoTracking().Where(leave => leave.FromOn <= today && leave.UntilOn >= today).ToListAsync()).ToLookup(leave => leave.OfficialId);
        var orders = states.TryGetValue(state, out var profile) ? profile.Seniority : [];
        var found = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var one in offices)
        {
            var held = holdings[one.Office.OfficeId].ToList();
            var officials = held.Select(holding => holding.OfficialId).ToHashSet();
            var roster = new Roster(one.Office, one.Kind, orders, [.. posts[one.Office.OfficeId].OrderBy(post => post.PostId)], held, [.. officials.SelectMany(official => away[official])], []);
            var empty = roster.Posts.GroupBy(post => post.Designation).Where(alike => alike.All(post => roster.ActsOn(post, today).OfficialId is null)).Select(alike => alike.Key).ToHashSet();
            if (empty.Count > 0) found[one.Office.Code] = empty;
        }
        return found;
    }
}
