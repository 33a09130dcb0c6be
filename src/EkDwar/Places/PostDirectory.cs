using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>Which post acts where, and what posts, offices and places are called. What it remembers may be lost at any time.</summary>
public sealed class PostDirectory(IServiceScopeFactory scopes, PlaceTrees trees)
{
    readonly ConcurrentDictionary<(Guid Office, string Designation), IReadOnlyList<Post>> byDesignation = new();
    readonly ConcurrentDictionary<Guid, Post> posts = new();
    readonly ConcurrentDictionary<Guid, Office> offices = new();

    /// <summary>
    /// Where work for this designation arrives at an office: its post or, where it has several, the desk they share. Null when
    /// the office has none.
    /// </summary>
    public async Task<Post?> At(Guid officeId, string designation) => await Alike(officeId, designation) is [var first, ..] ? first : null;

    /// <summary>The posts of this designation at an office; where they are several, the desk they share stands first.</summary>
    public async Task<IReadOnlyList<Post>> Alike(Guid officeId, string designation) => byDesignation.TryGetValue((officeId, designation), out var known)
        ? known
        : byDesignation[(officeId, designation)] = await Read(db => db.Set<Post>().AsNoTracking()
            .Where(post => post.OfficeId == officeId && post.Designation == designation).OrderBy(post => post.Number).ToListAsync());

    /// <summary>The desk this post shares with others of its designation; null where it is the only one, or none at all.</summary>
    public async Task<Post?> SharedDeskOf(Guid postId) =>
        await Find(postId) is { IsShared: false } own && await At(own.OfficeId, own.Designation) is { IsShared: true } shared ? shared : null;

    /// <summary>Whether what is in this post's name is in the hands of that one: it is the same, or the desk that one shares.</summary>
    public async Task<bool> IsOf(Guid postId, Guid ofPostId) => postId == ofPostId || (await SharedDeskOf(ofPostId))?.PostId == postId;

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
                // Of several, the desk they share has the name without a number.
                && (post.Number == EkDwar.Places.Post.Shared || !db.Set<Post>().Any(shared => shared.OfficeId == post.OfficeId && shared.Designation == designation && shared.Number == EkDwar.Places.Post.Shared))
            select post.Names).Distinct().Take(2).ToListAsync());
        if (names.Count < 2) return names.FirstOrDefault();
        var alike = new LocalText();
        foreach (var (language, name) in names[0]) alike[language] = name.Split(", ")[0];
        return alike;
    }

    public async Task<Post> Post(Guid postId) => await Find(postId) ?? throw new InvalidOperationException("there is no such post");

    async Task<Post?> Find(Guid postId)
    {
        if (posts.TryGetValue(postId, out var known)) return known;
        var read = await Read(db => db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(post => post.PostId == postId));
        return read is null ? null : posts[postId] = read;
    }

    public async Task<Office> Office(Guid officeId) => offices.TryGetValue(officeId, out var known)
        ? known
        : offices[officeId] = await Read(db => db.Set<Office>().AsNoTracking().SingleAsync(office => office.OfficeId == officeId));

    /// <summary>The places of a state as they stand today.</summary>
    public Task<PlaceDay> Places(string state) => trees.Today(state);

    /// <summary>The office that serves the place of one of these kinds in which this place lies today; null when nobody does.</summary>
    public async Task<Office?> Serving(string state, string placeCode, IReadOnlyList<string> placeKinds) =>
        (await trees.Today(state)).Serving(placeCode, placeKinds) is { } office ? await Office(office.OfficeId) : null;

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
