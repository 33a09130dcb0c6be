using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>A post as its office's administrator sees it today: whose it is, who acts, and what comes.</summary>
public sealed record PostLine(Post Post, PostHolding? Holding, Leave? Leave, Acting Acting, IReadOnlyList<PostHolding> Charges, IReadOnlyList<PostHolding> Coming);

/// <summary>The people of one office, and the names of all who occur in it.</summary>
public sealed record OfficePeople(Office Office, Roster Roster, IReadOnlyList<PostLine> Lines, IReadOnlyDictionary<Guid, Official> Officials)
{
    public LocalText NameOf(Guid official) => Officials.TryGetValue(official, out var known) ? known.Names : [];
}

/// <summary>Reads what an administrator may see of the people of an office, and an office's or official's record. Changes nothing.</summary>
public sealed class StaffBook(EkDwarDb db, StaffDesk desk, OfficesBelow below, Rosters rosters)
{
    const int MostShown = 20;

    /// <summary>Null when the office is not hers to look after.</summary>
    public async Task<OfficePeople?> Of(DeskSession session, Guid officeId)
    {
        if (!await desk.Administers(session, officeId)) return null;
        var today = desk.Today;
        var roster = await rosters.Of(officeId, today);
        var lines = roster.Posts.Select(post => new PostLine(post, roster.HolderOf(post.PostId, today), roster.HolderOf(post.PostId, today) is { } holder ? roster.LeaveOf(holder.OfficialId, today) : null,
            roster.ActsOn(post, today), [.. roster.Of(post.PostId, HoldingKind.Charge).Where(charge => charge.UntilOn is null || charge.UntilOn >= charge.FromOn)],
            [.. roster.Of(post.PostId, HoldingKind.Holder).Where(holding => holding.FromOn > today && !(holding.UntilOn < holding.FromOn))])).ToList();
        return new(roster.Office, roster, lines, await Named(roster.Holdings.Select(holding => holding.OfficialId)));
    }

    public async Task<IReadOnlyList<Office>> Below(Guid officeId) =>
        await below.Of(officeId).Where(office => office.OfficeId != officeId).OrderBy(office => office.Code).ToListAsync();

    /// <summary>What was done about a post or an official, the newest first.</summary>
    public async Task<IReadOnlyList<OfficeChange>> Changes(Guid? postId, Guid? officialId) => await db.Set<OfficeChange>().AsNoTracking()
        .Where(change => (postId != null && change.PostId == postId) || (officialId != null && change.OfficialId == officialId))
        .OrderByDescending(change => change.At).ThenByDescending(change => change.ChangeId).Take(MostShown).ToListAsync();

    public async Task<IReadOnlyDictionary<Guid, Official>> Named(IEnumerable<Guid> officials)
    {
        var ids = officials.Distinct().ToList();
        return await db.Set<Official>().AsNoTracking().Where(official => ids.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId);
    }

    /// <summary>An official who may join a post of this office or get charge of it; null for one of another state.</summary>
    public Task<Official?> Colleague(OfficePeople people, Guid officialId) =>
        desk.OfState(people.Office.State).AsNoTracking().SingleOrDefaultAsync(official => official.OfficialId == officialId);

    public async Task<IReadOnlyList<Leave>> LeavesOf(Guid officialId)
    {
        var today = desk.Today;
        return await db.Set<Leave>().AsNoTracking().Where(leave => leave.OfficialId == officialId && leave.UntilOn >= today && leave.UntilOn >= leave.FromOn).OrderBy(leave => leave.FromOn).ToListAsync();
    }
}
