using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// Use case: a state's places, offices, posts and demo officials come into the database. Adds what is not there yet and
/// changes nothing that is: a place keeps its parent, a post its holder.
/// </summary>
public sealed class SeedPlaces(EkDwarDb db, OfficialLogins logins, PostDirectory directory, TimeProvider time)
{
    public async Task Run(string state, StatePlaces rows)
    {
        var places = await Places(state, rows.Places);
        var (posts, added) = await Posts(state, rows.Offices, places);
        await Officials(rows.Officials, posts, added);
        if (!db.ChangeTracker.HasChanges()) return;
        await db.Save();
        directory.Forget();
    }

    async Task<Dictionary<string, Guid>> Places(string state, List<PlaceRow> rows)
    {
        var places = await db.Set<Place>().Where(place => place.State == state).ToDictionaryAsync(place => place.Code, place => place.PlaceId);
        var added = rows.Where(row => !places.ContainsKey(row.Code)).ToList();
        foreach (var row in added) places[row.Code] = Guid.CreateVersion7();
        db.AddRange(added.Select(row => new Place
        {
            PlaceId = places[row.Code], State = state, Code = row.Code, Kind = row.Kind, Names = row.Names, CensusCode = row.CensusCode,
            ParentId = row.Parent is null ? null : places[row.Parent],
        }));
        return places;
    }

    /// <summary>Every post as office/designation, and which of them are new.</summary>
    async Task<(Dictionary<string, Guid> Posts, HashSet<Guid> Added)> Posts(string state, List<OfficeRow> rows, Dictionary<string, Guid> places)
    {
        var offices = await db.Set<Office>().Where(office => office.State == state).ToDictionaryAsync(office => office.Code, office => office.OfficeId);
        var posts = await (from post in db.Set<Post>()
                           join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                           where office.State == state
                           select new { office.Code, post.Designation, post.PostId }).ToDictionaryAsync(post => $"{post.Code}/{post.Designation}", post => post.PostId);
        var added = new HashSet<Guid>();
        foreach (var row in rows)
        {
            if (!offices.TryGetValue(row.Code, out var officeId))
                db.Add(new Office { OfficeId = officeId = Guid.CreateVersion7(), State = state, Code = row.Code, Names = row.Names, PlaceId = places[row.Place] });
            foreach (var post in row.Posts.Where(post => !posts.ContainsKey($"{row.Code}/{post.Designation}")))
            {
                var id = posts[$"{row.Code}/{post.Designation}"] = Guid.CreateVersion7();
                added.Add(id);
                db.Add(new Post { PostId = id, OfficeId = officeId, Designation = post.Designation, Names = post.Names });
            }
        }
        return (posts, added);
    }

    // A post that was there may have been handed on or left vacant since: only new posts get the holder the file names.
    async Task Officials(List<OfficialRow> rows, Dictionary<string, Guid> posts, HashSet<Guid> added)
    {
        var named = rows.Select(row => row.Login).ToList();
        var known = await db.Set<Official>().Where(official => named.Contains(official.Login)).ToDictionaryAsync(official => official.Login, official => official.OfficialId);
        foreach (var row in rows)
        {
            var held = row.Holds.Select(post => posts[post]).Where(added.Contains).ToList();
            if (!known.TryGetValue(row.Login, out var officialId))
            {
                var official = logins.New(row.Login, row.Names, SeedDemo.DemoPassword);
                db.Add(official);
                officialId = official.OfficialId;
                if (row.LeaveDays > 0) db.Add(new Leave { LeaveId = Guid.CreateVersion7(), OfficialId = officialId, FromOn = time.Today(), UntilOn = time.Today().AddDays(row.LeaveDays) });
            }
            db.AddRange(held.Select(post => Holding(post, officialId, HoldingKind.Holder)));
            db.AddRange(row.InChargeOf.Select(post => posts[post]).Where(added.Contains).Select(post => Holding(post, officialId, HoldingKind.Charge)));
        }
    }

    PostHolding Holding(Guid post, Guid official, HoldingKind kind) => new()
    {
        PostHoldingId = Guid.CreateVersion7(), PostId = post, OfficialId = official, Kind = kind, FromOn = kind == HoldingKind.Charge ? time.Today() : time.Today().AddYears(-1),
    };
}
