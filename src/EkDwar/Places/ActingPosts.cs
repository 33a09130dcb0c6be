using System.Collections.Concurrent;
using EkDwar.Foundation.Time;

namespace EkDwar.Places;

/// <summary>
/// On whom a default of a post falls, and which post over it is told: asked for many cases of one post at once, so each answer is
/// remembered for a minute. What it remembers may be lost at any time.
/// </summary>
public sealed class ActingPosts(IServiceScopeFactory scopes, PostsOver over, TimeProvider time)
{
    const int MostRemembered = 10_000;
    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(Guid Post, DateOnly Day), (Acting Acting, Guid? Senior, DateTime At)> known = new();

    /// <summary>Who held this post on that day; while it was vacant or its holder away, who had charge of it, or else the nearest senior who was there.</summary>
    public async Task<Acting> HolderOn(Guid postId, DateOnly day) => (await Of(postId, day)).Acting;

    /// <summary>The nearest post over this one from which its own holder, or somebody in charge, acts on that day; the nearest of all where nobody does, and null where none stands over it.</summary>
    public async Task<Guid?> SeniorOf(Guid postId, DateOnly day) => (await Of(postId, day)).Senior;

    async Task<(Acting Acting, Guid? Senior)> Of(Guid postId, DateOnly day)
    {
        var now = time.UtcNow();
        if (known.TryGetValue((postId, day), out var found) && (now - found.At).Duration() < GoodFor) return (found.Acting, found.Senior);
        await using var scope = scopes.CreateAsyncScope();
        var rosters = scope.ServiceProvider.GetRequiredService<Rosters>();
        var (acting, seniors) = (await rosters.HolderOn(postId, day), await over.Of(postId));
        // Where nobody is there, it waits for whoever comes to the nearest of all.
        Guid? senior = seniors is [var nearest, ..] ? nearest.PostId : null;
        foreach (var post in seniors)
            if ((await rosters.HolderOn(post.PostId, day)).As is Standing.Holder or Standing.Charge)
            {
                senior = post.PostId;
                break;
            }
        if (known.Count >= MostRemembered) known.Clear();
        known[(postId, day)] = (acting, senior, now);
        return (acting, senior);
    }
}
