namespace EkDwar.Places;

/// <summary>The posts of one office that somebody can hold, who holds them, has charge or is a delegate, and who of these is away. A snapshot: what is not over by its first day.</summary>
public sealed record Roster(Office Office, string PlaceKind, IReadOnlyList<SeniorityOrder> Orders, IReadOnlyList<Post> Posts, IReadOnlyList<PostHolding> Holdings, IReadOnlyList<Leave> Leaves, IReadOnlyList<Delegation> Delegations)
{
    public WhoActs WhoActs { get; } = new(Holdings, Leaves, Delegations);

    public Acting ActsOn(Post post, DateOnly day) => WhoActs.On(post.PostId, day, Seniors(post).Select(senior => senior.PostId));

    /// <summary>The posts of this office above one, the nearest first.</summary>
    public IEnumerable<Post> Seniors(Post post) => Orders.Above(PlaceKind, post.Designation)
        .SelectMany(designation => Posts.Where(other => other.Designation == designation).OrderBy(other => other.Number));

    public IEnumerable<PostHolding> Of(Guid post, HoldingKind kind) => Holdings.Where(holding => holding.PostId == post && holding.Kind == kind).OrderBy(holding => holding.FromOn);

    /// <summary>The holder of a post on a day, on leave or not; null when it is vacant.</summary>
    public PostHolding? HolderOf(Guid post, DateOnly day) => Of(post, HoldingKind.Holder).LastOrDefault(holding => holding.Covers(day));

    public PostHolding? ChargeOf(Guid post, DateOnly day) => Of(post, HoldingKind.Charge).LastOrDefault(holding => holding.Covers(day));

    public Leave? LeaveOf(Guid official, DateOnly day) => Leaves.FirstOrDefault(leave => leave.OfficialId == official && leave.Covers(day));
}
