using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.Inboxes;

/// <summary>A desk an official may see the work of, and the posts below her own.</summary>
public sealed record DeskInSight(Post Post, Office Office, bool IsOwn, IReadOnlyList<Post> Below);

/// <summary>
/// Which desks a post sees the work of: its own, and at its own office those below it in the state's orders of seniority, also by way of a post between.
/// To see what lies there is not to see the cases: those open for the posts that have or had them.
/// </summary>
public sealed class DesksInSight(Rosters rosters, PostDirectory directory)
{
    /// <summary>This desk, or the official's own where none is named; null where she may not see it.</summary>
    public async Task<DeskInSight?> Find(DeskSession session, Guid? postId)
    {
        var own = await directory.Post(session.PostId);
        var below = await Below(session);
        var desk = postId is null || postId == own.PostId ? own : below.FirstOrDefault(post => post.PostId == postId);
        return desk is null ? null : new(desk, await directory.Office(own.OfficeId), desk.PostId == own.PostId, below);
    }

    public async Task<IReadOnlyList<Post>> Below(DeskSession session)
    {
        var own = await directory.Post(session.PostId);
        var below = new List<Post>();
        foreach (var designation in await rosters.FarBelow(own))
            if (await directory.At(own.OfficeId, designation) is { } post) below.Add(post);
        return below;
    }
}
