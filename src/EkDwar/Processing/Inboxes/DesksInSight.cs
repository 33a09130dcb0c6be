using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Sharing;

namespace EkDwar.Processing.Inboxes;

/// <summary>A desk an official may see the work of, the desks below her own, and the one she shares.</summary>
public sealed record DeskInSight(Post Post, Office Office, bool IsOwn, IReadOnlyList<Post> Below)
{
    /// <summary>The desk that her post shares with others of its designation; null where it is the only one.</summary>
    public Post? Shared { get; init; }

    /// <summary>Whether it is the desk she shares: what lies there anybody of them may open and claim.</summary>
    public bool IsShared => Shared is not null && Post.PostId == Shared.PostId;

    /// <summary>Whether the cases on it open for her.</summary>
    public bool Opens => IsOwn || IsShared;

    /// <summary>What she may do with several cases of this desk at once.</summary>
    public IReadOnlyList<Handing> Handings { get; init; } = [];
}

/// <summary>
/// Which desks a post sees the work of: its own, the one it shares, and at its own office those below it in the state's orders of seniority, also by way of a post between.
/// To see what lies there is not to see the cases: those open for the posts that have or had them, and from a shared desk for those who share it.
/// </summary>
public sealed class DesksInSight(Rosters rosters, PostDirectory directory)
{
    /// <summary>This desk, or the official's own where none is named; null where she may not see it.</summary>
    public async Task<DeskInSight?> Find(DeskSession session, Guid? postId)
    {
        var own = await directory.Post(session.PostId);
        var (shared, below) = (await directory.SharedDeskOf(own.PostId), await Below(session));
        var desk = postId is null || postId == own.PostId ? own : postId == shared?.PostId ? shared : below.FirstOrDefault(post => post.PostId == postId);
        if (desk is null) return null;
        var inSight = new DeskInSight(desk, await directory.Office(own.OfficeId), desk.PostId == own.PostId, below) { Shared = shared };
        return inSight with { Handings = await HandingsOf(inSight) };
    }

    async Task<IReadOnlyList<Handing>> HandingsOf(DeskInSight desk) => desk switch
    {
        { IsShared: true } => [Handing.Claim],
        { IsOwn: true, Shared: null } => [],
        { IsOwn: true } => [Handing.HandOver, Handing.GiveBack],
        _ => (await directory.At(desk.Post.OfficeId, desk.Post.Designation))!.IsShared ? [Handing.Assign] : [],
    };

    /// <summary>Of a designation with several posts the desk they share, then each of them.</summary>
    public async Task<IReadOnlyList<Post>> Below(DeskSession session)
    {
        var own = await directory.Post(session.PostId);
        var below = new List<Post>();
        foreach (var designation in await rosters.FarBelow(own)) below.AddRange(await directory.Alike(own.OfficeId, designation));
        return below;
    }
}
