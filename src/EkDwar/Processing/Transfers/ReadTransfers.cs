using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Transfers;

/// <summary>What a planned move comes to: who goes, who comes, and the work that stays with the post.</summary>
public sealed record MovePreview(Post Post, Guid? From, Guid? To, int Open, int Overdue);

/// <summary>Reads for an administrator who may be moved, what a move comes to, and the transfers of an office. Changes nothing.</summary>
public sealed class ReadTransfers(EkDwarDb db, StaffDesk desk, StaffBook book, OfficesBelow below)
{
    const int MostOfficials = 200, MostTransfers = 20;

    /// <summary>Officials who hold posts of the offices she looks after, herself excepted.</summary>
    public async Task<IReadOnlyList<Official>> Movable(DeskSession session)
    {
        if (await desk.OfficeOf(session) is not { } mine) return [];
        var (today, offices) = (desk.Today, below.Of(mine).Select(office => office.OfficeId));
        var ids = (from holding in db.Set<PostHolding>()
                   where holding.Kind == HoldingKind.Holder && (holding.UntilOn == null || holding.UntilOn >= today)
                   join post in db.Set<Post>() on holding.PostId equals post.PostId
                   where offices.Contains(post.OfficeId)
                   select holding.OfficialId).Distinct();
        return await db.Set<Official>().AsNoTracking().Where(official => official.OfficialId != session.OfficialId && ids.Contains(official.OfficialId))
            .OrderBy(official => official.Login).Take(MostOfficials).ToListAsync();
    }

    /// <summary>Work is counted as it lies today: it stays with the post, whoever comes.</summary>
    public async Task<IReadOnlyList<MovePreview>> Preview(OfficePeople people, IReadOnlyList<Move> moves, DateOnly day)
    {
        var today = desk.Today;
        var posts = moves.Select(move => move.PostId).ToList();
        var open = await db.Set<WorkItem>().Where(item => posts.Contains(item.PostId) && item.DoneAt == null).GroupBy(item => item.PostId)
            .Select(group => new { group.Key, Count = group.Count(), Overdue = group.Count(item => !item.IsPaused && item.DueOn < today) }).ToDictionaryAsync(row => row.Key);
        var previews = new List<MovePreview>();
        foreach (var move in moves)
        {
            if (people.Roster.Posts.FirstOrDefault(post => post.PostId == move.PostId) is not { } moved) continue;
            var counted = open.GetValueOrDefault(move.PostId);
            previews.Add(new(moved, people.Roster.HolderOf(move.PostId, day)?.OfficialId, move.OfficialId, counted?.Count ?? 0, counted?.Overdue ?? 0));
        }
        return previews;
    }

    public async Task<IReadOnlyList<Transfer>> Of(Guid officeId) => await db.Set<Transfer>().AsNoTracking().Where(transfer => transfer.OfficeId == officeId)
        .OrderByDescending(transfer => transfer.TakesForceOn).ThenByDescending(transfer => transfer.PlannedAt).Take(MostTransfers).ToListAsync();

    public Task<OfficePeople?> People(DeskSession session, Guid officeId) => book.Of(session, officeId);
}
