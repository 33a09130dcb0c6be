using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Delegating;

/// <summary>Somebody whom the holder lets act from her post, today or later.</summary>
public sealed record DelegateLine(Delegation Delegation, Guid OfficialId, LocalText Names, bool IsAway);

/// <summary>An official of the same office who may be let act, and the post she holds today.</summary>
public sealed record Colleague(Guid OfficialId, Guid HoldingId, LocalText Names, LocalText Post);

/// <summary>A post as its holder may let others act from it: her holding of it, who does or will, and who could.</summary>
public sealed record OwnDesk(Post Post, PostHolding Holding, DelegationRules Rules, SigningRules Signing, IReadOnlyList<DelegateLine> Delegates, IReadOnlyList<Colleague> Colleagues);

/// <summary>
/// Opens a post for whoever may delegate it: its holder herself. Not whoever has charge of it, acts as its senior or by
/// delegation; and not an administrator's post, whose orders about people are nobody else's.
/// </summary>
public sealed class OwnDesks(EkDwarDb db, Rosters rosters, StaffDesk desk, IReadOnlyDictionary<string, StateProfile> states)
{
    public static readonly Refusal NotHolder = new("people.delegate.not_holder");
    public static readonly Refusal NotOffered = new("people.delegate.not_offered");
    public static readonly Refusal NotAdministrator = new("people.delegate.not_administrator");

    public async Task<Outcome<OwnDesk>> Open(DeskSession session)
    {
        var today = desk.Today;
        var post = await db.Set<Post>().SingleAsync(one => one.PostId == session.PostId);
        var roster = await rosters.Of(post.OfficeId, today);
        if (roster.Of(post.PostId, HoldingKind.Holder).LastOrDefault(one => one.OfficialId == session.OfficialId && one.Covers(today)) is not { } holding || roster.WhoActs.IsAway(session.OfficialId, today)) return NotHolder;
        if (post.Designation == StaffDesk.Administrator) return NotAdministrator;
        if (!states.TryGetValue(roster.Office.State, out var state) || state.Delegation is not { } rules) return NotOffered;
        var held = roster.Holdings.Where(one => one.Kind == HoldingKind.Holder).ToDictionary(one => one.PostHoldingId);
        var given = roster.Delegations.Where(one => one.HoldingId == holding.PostHoldingId && one.UntilOn >= one.FromOn && held.TryGetValue(one.OwnHoldingId, out var own) && !(own.UntilOn < one.FromOn)).ToList();
        // Of two posts she holds, the one she holds longest.
        var others = held.Values.Where(one => one.Covers(today) && one.OfficialId != session.OfficialId).GroupBy(one => one.OfficialId)
            .Select(one => one.OrderByDescending(own => own.UntilOn ?? DateOnly.MaxValue).First()).ToList();
        var ids = given.Select(one => held[one.OwnHoldingId].OfficialId).Concat(others.Select(one => one.OfficialId)).Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => ids.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        var posts = roster.Posts.ToDictionary(one => one.PostId, one => one.Names);
        return new OwnDesk(post, holding, rules, state.Signing,
            [.. given.Select(one => (one, held[one.OwnHoldingId].OfficialId)).Select(one => new DelegateLine(one.one, one.OfficialId, names[one.OfficialId], roster.WhoActs.IsAway(one.OfficialId, today)))],
            [.. others.OrderBy(one => one.PostId).Select(one => new Colleague(one.OfficialId, one.PostHoldingId, names[one.OfficialId], posts[one.PostId]))]);
    }
}
