using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>Which posts an official holds today. Nobody acts from a post held yesterday.</summary>
public sealed class HeldPosts(EkDwarDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<Post>> Of(Guid officialId)
    {
        var today = time.Today();
        var posts = await (from holding in db.Set<PostHolding>().AsNoTracking()
                      where holding.OfficialId == officialId && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)
                      join post in db.Set<Post>().AsNoTracking() on holding.PostId equals post.PostId
                      orderby post.OfficeId, post.PostId
                      select post).ToListAsync();
        return [.. posts.DistinctBy(post => post.PostId)];
    }

    public Task<bool> Has(Guid officialId, Guid postId) => Holds(db, officialId, postId, time.Today());

    // Asked of every session at the desk, each minute: translated once.
    static readonly Func<EkDwarDb, Guid, Guid, DateOnly, Task<bool>> Holds = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId, Guid postId, DateOnly today) =>
        db.Set<PostHolding>().Any(holding => holding.OfficialId == officialId && holding.PostId == postId
            && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)));
}
