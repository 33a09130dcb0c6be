namespace EkDwar.Places;

/// <summary>As whom somebody acts from a post on a day.</summary>
public enum Standing { Nobody, Holder, Charge, Senior }

/// <summary>Who acts from a post on a day, and why she; no official where nobody does.</summary>
public sealed record Acting(Guid? OfficialId, Standing As)
{
    public static readonly Acting Nobody = new(null, Standing.Nobody);
}

/// <summary>
/// Who acts from a post on a day: its holder; while she is on leave or the post is vacant, whoever has charge of it; else
/// the nearest senior post whose own holder or charge-holder is there. Pure: it knows only the rows it is given.
/// </summary>
public sealed class WhoActs(IReadOnlyCollection<PostHolding> holdings, IReadOnlyCollection<Leave> leaves, IReadOnlyCollection<Delegation>? delegations = null)
{
    /// <param name="seniors">the posts above this one, the nearest first</param>
    public Acting On(Guid post, DateOnly day, IEnumerable<Guid> seniors)
    {
        if (Own(post, day) is { } own) return own;
        foreach (var senior in seniors)
            if (Own(senior, day) is { } above) return above with { As = Standing.Senior };
        return Acting.Nobody;
    }

    /// <summary>The holder of the post who is there on that day; null when it is vacant or she is on leave.</summary>
    public Guid? Present(Guid post, DateOnly day) => Newest(post, day, HoldingKind.Holder);

    public bool IsAway(Guid official, DateOnly day) => leaves.Any(leave => leave.OfficialId == official && leave.Covers(day));

    /// <summary>Who acts from a post beside its holder: while both are there, and each holds what she held when it was given. No default falls on them.</summary>
    public IReadOnlyList<Guid> Delegates(Guid post, DateOnly day) =>
    [
        .. from delegation in delegations ?? []
           where delegation.Covers(day) && There(delegation.HoldingId, day)?.PostId == post
           let own = There(delegation.OwnHoldingId, day)
           where own is not null
           group own by own.OfficialId into delegates
           select delegates.Key,
    ];

    // A holder's holding on a day on which she is there.
    PostHolding? There(Guid holdingId, DateOnly day) =>
        holdings.FirstOrDefault(holding => holding.PostHoldingId == holdingId && holding.Kind == HoldingKind.Holder && holding.Covers(day) && !IsAway(holding.OfficialId, day));

    Acting? Own(Guid post, DateOnly day) =>
        Present(post, day) is { } holder ? new(holder, Standing.Holder)
        : Newest(post, day, HoldingKind.Charge) is { } charge ? new(charge, Standing.Charge) : null;

    // Of two the later order counts.
    Guid? Newest(Guid post, DateOnly day, HoldingKind kind) => holdings
        .Where(holding => holding.PostId == post && holding.Kind == kind && holding.Covers(day) && !IsAway(holding.OfficialId, day))
        .OrderByDescending(holding => holding.FromOn).ThenByDescending(holding => holding.PostHoldingId)
        .Select(holding => (Guid?)holding.OfficialId).FirstOrDefault();
}
