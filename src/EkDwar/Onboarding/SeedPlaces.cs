using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding.Importing;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>
/// Use case: a state's places, offices, posts and demo officials come into the database. Adds what is not there yet; what the
/// file says otherwise than before of a place becomes a change from today on, unless an import told of that place since. A
/// post keeps its holder and its work, also where the office gets more posts of its designation and it gets a number.
/// </summary>
public sealed class SeedPlaces(EkDwarDb db, OfficialLogins logins, PostDirectory directory, TimeProvider time)
{
    /// <summary>As what the file of a state stands among its imports.</summary>
    const string File = "places.yaml";

    public async Task Run(string state, StatePlaces rows)
    {
        var places = await Places(state, rows);
        var (posts, added) = await Posts(state, rows.Offices, places);
        await Officials(rows.Officials, posts, added);
        if (!db.ChangeTracker.HasChanges()) return;
        await db.Save();
        directory.Forget();
    }

    /// <summary>The id of every place by its code.</summary>
    async Task<Dictionary<string, Guid>> Places(string state, StatePlaces rows)
    {
        var hash = rows.PlacesHash();
        var latest = await db.Set<PlaceImport>().Where(import => import.State == state && import.File == File).OrderByDescending(import => import.PlaceImportId).Select(import => import.Sha256).FirstOrDefaultAsync();
        if (latest == hash) return await db.Set<Place>().Where(place => place.State == state).ToDictionaryAsync(place => place.Code, place => place.PlaceId);
        var tree = await PlaceTrees.Read(db, state);
        var imported = await ImportedSince(state);
        var faults = new List<FileFault>();
        var plan = PlacesPlan.Of(tree, [.. rows.Places.Where(row => !imported.Contains(row.Code))], time.Today(), rows.Places.Select(row => row.Kind),
            (row, column, problem, mend) => faults.Add(new(File, YamlPlace.Start, $"{row.Code}, {column}: {problem}", mend)));
        if (faults.Count > 0) throw new FaultyFilesException(faults);
        var added = plan.Changes.Count(change => change.Before is null);
        return await PlacesWriter.Write(db, plan, tree, new()
        {
            PlaceImportId = Guid.CreateVersion7(), State = state, File = File, Sha256 = hash, ImportedAt = time.UtcNow(),
            Added = added, Changed = plan.Changes.Count - added, Ended = plan.Changes.Count(change => change.IsEnd),
        });
    }

    /// <summary>The places of which something else than this file told: it does not take that back.</summary>
    async Task<HashSet<string>> ImportedSince(string state) => await (
        from spell in db.Set<PlaceSpell>()
        join import in db.Set<PlaceImport>() on spell.PlaceImportId equals import.PlaceImportId
        join place in db.Set<Place>() on spell.PlaceId equals place.PlaceId
        where place.State == state && import.File != File
        select place.Code).ToHashSetAsync();

    /// <summary>Every post as officials name it, and which of them are new.</summary>
    async Task<(Dictionary<string, Guid> Posts, HashSet<Guid> Added)> Posts(string state, List<OfficeRow> rows, Dictionary<string, Guid> places)
    {
        var offices = await db.Set<Office>().Where(office => office.State == state).ToDictionaryAsync(office => office.Code);
        var posts = await (from post in db.Set<Post>()
                           join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                           where office.State == state
                           select new { office.Code, post }).ToDictionaryAsync(one => $"{one.Code}/{PostRow.KeyOf(one.post.Designation, one.post.Number)}", one => one.post);
        var added = new HashSet<Guid>();
        foreach (var row in rows)
        {
            if (!offices.TryGetValue(row.Code, out var office))
                db.Add(office = new() { OfficeId = Guid.CreateVersion7(), State = state, Code = row.Code, Names = row.Names, PlaceId = places[row.Place], ActsFor = string.Join(' ', row.ActsFor), FromOn = row.From ?? PlaceSpell.AsFarBackAsKnown });
            office.UntilOn = row.Until;
            foreach (var post in row.Posts.Where(post => !posts.ContainsKey($"{row.Code}/{post.Key}")))
            {
                // That was the only one until now: two posts must not have one name.
                if (post.Number == Post.Shared && posts.TryGetValue($"{row.Code}/{post.Designation}", out var only)) only.Names = post.As(1).Names;
                var one = posts[$"{row.Code}/{post.Key}"] = new() { PostId = Guid.CreateVersion7(), OfficeId = office.OfficeId, Designation = post.Designation, Number = post.Number, Names = post.Names };
                added.Add(one.PostId);
                db.Add(one);
            }
        }
        return (posts.ToDictionary(post => post.Key, post => post.Value.PostId), added);
    }

    // A post that was there may have been handed on or left vacant since: only new posts get the holder the file names.
    async Task Officials(List<OfficialRow> rows, Dictionary<string, Guid> posts, HashSet<Guid> added)
    {
        var named = rows.Select(row => row.Login).ToList();
        var known = await db.Set<Official>().Where(official => named.Contains(official.Login)).ToDictionaryAsync(official => official.Login, official => official.OfficialId);
        string? hash = null;
        foreach (var row in rows)
        {
            var held = row.Holds.Select(post => posts[post]).Where(added.Contains).ToList();
            if (!known.TryGetValue(row.Login, out var officialId))
            {
                var official = logins.WithHash(row.Login, row.Names, hash ??= logins.Hash(SeedDemo.DemoPassword));
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
