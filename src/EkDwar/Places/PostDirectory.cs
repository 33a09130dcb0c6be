using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>Which post acts where, and what posts, offices and places are called. What it remembers may be lost at any time.</summary>
public sealed class PostDirectory(IServiceScopeFactory scopes, PlaceTrees trees)
{
    readonly ConcurrentDictionary<(Guid Office, string Designation), Post?> byDesignation = new();
    readonly ConcurrentDictionary<Guid, Post> posts = new();
    readonly ConcurrentDictionary<Guid, Office> offices = new();

    /// <summary>The post of this designation at an office, or null when the office has none.</summary>
    public async Task<Post?> At(Guid officeId, string designation) => byDesignation.TryGetValue((officeId, designation), out var known)
        ? known
        : byDesignation[(officeId, designation)] = await Read(db => db.Set<Post>().AsNoTracking()
            .FirstOrDefaultAsync(post => post.OfficeId == officeId && post.Designation == designation));

    /// <summary>
    /// What posts of this designation are called in the state, to name the kind of officer before anybody has said where she
    /// lives: without the place that follows a comma where they are called differently from place to place. Null when there is none.
    /// </summary>
    public async Task<LocalText?> Called(string state, string designation)
    {
        var names = await Read(db => (
            from post in db.Set<Post>().AsNoTracking()
            join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
            where office.State == state && post.Designation == designation
            select post.Names).Distinct().Take(2).ToListAsync());
        if (names.Count < 2) return names.FirstOrDefault();
        var alike = new LocalText();
        foreach (var (language, name) in names[0]) alike[language] = name.Split(", ")[0];
        return alike;
    }

    public async Task<Post> Post(Guid postId) => posts.TryGetValue(postId, out var known)
        ? known
        : posts[postId] = await Read(db => db.Set<Post>().AsNoTracking().SingleAsync(post => post.PostId == postId));

    public async Task<Office> Office(Guid officeId) => offices.TryGetValue(officeId, out var known)
        ? known
        : offices[officeId] = await Read(db => db.Set<Office>().AsNoTracking().SingleAsync(office => office.OfficeId == officeId));

    /// <summary>The places of a state as they stand today.</summary>
    public Task<PlaceDay> Places(string state) => trees.Today(state);

    /// <summary>The office that serves the place of a kind in which this place lies today; null when nobody does.</summary>
    public async Task<Office?> Serving(string state, string placeCode, string placeKind) =>
        (await trees.Today(state)).Serving(placeCode, placeKind) is { } office ? await Office(office.OfficeId) : null;

    /// <summary>As <see cref="Serving(string, string, string)"/>, for an application of another day.</summary>
    public async Task<Office?> Serving(string state, string placeCode, string placeKind, DateOnly on) =>
        (await trees.On(state, on)).Serving(placeCode, placeKind) is { } office ? await Office(office.OfficeId) : null;

    /// <summary>Forgets everything remembered, after offices or posts changed.</summary>
    public void Forget()
    {
        byDesignation.Clear();
        posts.Clear();
        offices.Clear();
        trees.Forget();
    }

    async Task<T> Read<T>(Func<EkDwarDb, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<EkDwarDb>());
    }
}
