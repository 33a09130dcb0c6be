using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>A post from which an official may act beside its holder, who let her, until a last day.</summary>
public sealed record DelegatedPost(Guid PostId, Guid ById, DateOnly UntilOn);

/// <summary>
/// From which posts an official may act today: those she holds, those she has charge of while no holder is there, those
/// below her own from which nobody else can act, and those whose holder lets her act beside her. From none while she is on
/// leave, and never from one held yesterday.
/// </summary>
public sealed class HeldPosts(EkDwarDb db, Rosters rosters, TimeProvider time)
{
    public async Task<IReadOnlyList<Post>> Of(Guid officialId)
    {
        var today = time.Today();
        var held = await db.Set<PostHolding>().AsNoTracking().Where(holding => holding.OfficialId == officialId && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today))
            .Select(holding => holding.PostId).Distinct().ToListAsync();
        var may = new List<Guid>();
        foreach (var post in held)
            if (await Holds(db, officialId, post, today)) may.Add(post);
        var posts = await db.Set<Post>().AsNoTracking().Where(post => may.Contains(post.PostId)).OrderBy(post => post.OfficeId).ThenBy(post => post.PostId).ToListAsync();
        foreach (var own in posts.ToList())
            foreach (var below in await Unattended(own, officialId, today))
                if (posts.TrueForAll(post => post.PostId != below.PostId)) posts.Add(below);
        var delegated = await DelegatedTo(officialId);
        var beside = delegated.Select(one => one.PostId).ToList();
        return beside.Count == 0 ? posts : [.. posts, .. await db.Set<Post>().AsNoTracking().Where(post => beside.Contains(post.PostId)).OrderBy(post => post.PostId).ToListAsync()];
    }

    /// <summary>The posts from which she may act today because their holder, who is named, lets her; until when at the latest.</summary>
    public async Task<IReadOnlyList<DelegatedPost>> DelegatedTo(Guid officialId)
    {
        var today = time.Today();
        var given = await (from own in db.Set<PostHolding>()
                           where own.OfficialId == officialId && own.Kind == HoldingKind.Holder && own.FromOn <= today && (own.UntilOn == null || own.UntilOn >= today)
                           join delegation in db.Set<Delegation>() on own.PostHoldingId equals delegation.OwnHoldingId
                           where delegation.FromOn <= today && delegation.UntilOn >= today
                           join holding in db.Set<PostHolding>() on delegation.HoldingId equals holding.PostHoldingId
                           orderby holding.PostId, delegation.UntilOn
                           select new { holding.PostId, holding.OfficialId, delegation.UntilOn }).AsNoTracking().ToListAsync();
        var stands = new List<DelegatedPost>();
        foreach (var one in given)
            if (await IsDelegate(db, officialId, one.PostId, today) && !await AnswersFor(officialId, one.PostId)) stands.Add(new(one.PostId, one.OfficialId, one.UntilOn));
        return stands;
    }

    public async Task<bool> Has(Guid officialId, Guid postId)
    {
        var today = time.Today();
        return await Holds(db, officialId, postId, today) || await IsDelegate(db, officialId, postId, today) || await IsSenior(officialId, postId, today);
    }

    /// <summary>Whether she answers for the post today: she holds it, has charge of it, or acts as its senior. No delegate does, nor whoever has just ceased to be one.</summary>
    public async Task<bool> AnswersFor(Guid officialId, Guid postId)
    {
        var today = time.Today();
        return await Holds(db, officialId, postId, today) || await IsSenior(officialId, postId, today);
    }

    // Asked only where the post is not hers: of nearly no session.
    async Task<bool> IsSenior(Guid officialId, Guid postId, DateOnly today) =>
        // From a shared desk nobody acts: whoever is senior gives its cases to a post.
        !await db.Set<Post>().AnyAsync(post => post.PostId == postId && post.Number == Post.Shared)
        && await rosters.HolderOn(postId, today) is { As: Standing.Senior } acting && acting.OfficialId == officialId;

    async Task<IReadOnlyList<Post>> Unattended(Post own, Guid officialId, DateOnly today)
    {
        if (await rosters.Below(own) is not { Count: > 0 } below) return [];
        var roster = await rosters.Of(own.OfficeId, today);
        return [.. roster.Posts.Where(post => below.Contains(post.Designation) && roster.ActsOn(post, today) is { As: Standing.Senior } acting && acting.OfficialId == officialId)];
    }

    // Asked of every session at the desk, each minute: translated once. It says what WhoActs says of holder and charge.
    static readonly Func<EkDwarDb, Guid, Guid, DateOnly, Task<bool>> Holds = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId, Guid postId, DateOnly today) =>
        db.Set<PostHolding>().Any(holding => holding.OfficialId == officialId && holding.PostId == postId
            && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)
            && !db.Set<Leave>().Any(leave => leave.OfficialId == officialId && leave.FromOn <= today && leave.UntilOn >= today)
            && (holding.Kind == HoldingKind.Holder || !db.Set<PostHolding>().Any(holder => holder.PostId == postId && holder.Kind == HoldingKind.Holder
                && holder.FromOn <= today && (holder.UntilOn == null || holder.UntilOn >= today)
                && !db.Set<Leave>().Any(leave => leave.OfficialId == holder.OfficialId && leave.FromOn <= today && leave.UntilOn >= today)))));

    // It says what WhoActs says of delegates.
    static readonly Func<EkDwarDb, Guid, Guid, DateOnly, Task<bool>> IsDelegate = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId, Guid postId, DateOnly today) =>
        db.Set<Delegation>().Any(delegation => delegation.FromOn <= today && delegation.UntilOn >= today
            && db.Set<PostHolding>().Any(own => own.PostHoldingId == delegation.OwnHoldingId && own.OfficialId == officialId && own.Kind == HoldingKind.Holder
                && own.FromOn <= today && (own.UntilOn == null || own.UntilOn >= today))
            && !db.Set<Leave>().Any(leave => leave.OfficialId == officialId && leave.FromOn <= today && leave.UntilOn >= today)
            && db.Set<PostHolding>().Any(holding => holding.PostHoldingId == delegation.HoldingId && holding.PostId == postId && holding.Kind == HoldingKind.Holder
                && holding.FromOn <= today && (holding.UntilOn == null || holding.UntilOn >= today)
                && !db.Set<Leave>().Any(leave => leave.OfficialId == holding.OfficialId && leave.FromOn <= today && leave.UntilOn >= today))));
}
