using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>Which post acts where, and what posts, offices and places are called. What it remembers may be lost at any time.</summary>
public sealed class PostDirectory(IServiceScopeFactory scopes)
{
    readonly ConcurrentDictionary<(Guid Office, string Designation), Post?> byDesignation = new();
    readonly ConcurrentDictionary<Guid, Post> posts = new();
    readonly ConcurrentDictionary<Guid, Office> offices = new();
    readonly ConcurrentDictionary<(string State, string Within), IReadOnlyDictionary<string, LocalText>> places = new();
    readonly ConcurrentDictionary<(string State, string Place, string Kind), Office?> serving = new();

    /// <summary>The post of this designation at an office, or null when the office has none.</summary>
    public async Task<Post?> At(Guid officeId, string designation) => byDesignation.TryGetValue((officeId, designation), out var known)
        ? known
        : byDesignation[(officeId, designation)] = await Read(db => db.Set<Post>().AsNoTracking()
            .FirstOrDefaultAsync(post => post.OfficeId == officeId && post.Designation == designation));

    /// <summary>Some post of this designation in the state, to name the kind of officer before anybody has said where she lives.</summary>
    public Task<Post?> Example(string state, string designation) => Read(db => (
        from post in db.Set<Post>().AsNoTracking()
        join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
        where office.State == state && post.Designation == designation
        orderby post.PostId
        select post).FirstOrDefaultAsync());

    public async Task<Post> Post(Guid postId) => posts.TryGetValue(postId, out var known)
        ? known
        : posts[postId] = await Read(db => db.Set<Post>().AsNoTracking().SingleAsync(post => post.PostId == postId));

    public async Task<Office> Office(Guid officeId) => offices.TryGetValue(officeId, out var known)
        ? known
        : offices[officeId] = await Read(db => db.Set<Office>().AsNoTracking().SingleAsync(office => office.OfficeId == officeId));

    /// <summary>The names of all places below one, by code.</summary>
    public async Task<IReadOnlyDictionary<string, LocalText>> Within(string state, string place)
    {
        if (places.TryGetValue((state, place), out var known)) return known;
        var prefix = place + ".";
        var end = place + "/"; // '/' follows '.' in both engines' binary order of these lower-case codes.
        var rows = await Read(db => db.Set<Place>().AsNoTracking()
            .Where(p => p.State == state && p.Code.CompareTo(prefix) >= 0 && p.Code.CompareTo(end) < 0).ToListAsync());
        return places[(state, place)] = rows.Where(row => row.Code.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(row => row.Code, row => row.Names);
    }

    /// <summary>The office that serves the place of a kind in which this place lies; null when nobody serves it.</summary>
    public async Task<Office?> Serving(string state, string placeCode, string placeKind)
    {
        if (serving.TryGetValue((state, placeCode, placeKind), out var known)) return known;
        return serving[(state, placeCode, placeKind)] = await Read(db => Find(db, state, placeCode, placeKind));
    }

    static async Task<Office?> Find(EkDwarDb db, string state, string placeCode, string placeKind)
    {
        var place = await db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(p => p.State == state && p.Code == placeCode);
        while (place is not null && place.Kind != placeKind)
        {
            var parent = place.ParentId;
            place = await db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(p => p.PlaceId == parent);
        }
        return place is null ? null : await db.Set<Office>().AsNoTracking().FirstOrDefaultAsync(o => o.PlaceId == place.PlaceId);
    }

    /// <summary>Forgets everything remembered, after offices or posts changed.</summary>
    public void Forget()
    {
        byDesignation.Clear();
        posts.Clear();
        offices.Clear();
        places.Clear();
        serving.Clear();
    }

    async Task<T> Read<T>(Func<EkDwarDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<EkDwarDb>());
    }
}
