using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Inboxes;

/// <summary>
/// Use case: a post has read what is new on its desk and puts it away without opening the cases; of a case below hers a senior has no
/// other way. Only what it was shown goes, and only its own; the ledger of no case changes.
/// </summary>
public sealed class PutNoticesAway(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    /// <param name="shown">Reference and kind of each, as the desk showed them; what is none of this post's is passed over.</param>
    public async Task Run(DeskSession session, IEnumerable<string> shown)
    {
        var read = shown.Take(DeskNotice.MostShown).Select(one => one.Split(' '))
            .SelectMany(parts => parts is [var text, var kind] && CaseReference.TryParse(text, out var reference) ? new[] { (reference.CaseId, Kind: kind) } : []).ToHashSet();
        var (ids, posts) = (read.Select(one => one.CaseId).ToList(), new List<Guid> { session.PostId });
        posts.AddRange(await cases.SharedBy(session.PostId));
        var now = time.UtcNow();
        foreach (var notice in await db.Set<DeskNotice>().Where(notice => ids.Contains(notice.CaseId) && posts.Contains(notice.PostId) && notice.SeenAt == null).ToListAsync())
            if (read.Contains((notice.CaseId, LimitWords.With(notice.Kind, notice.Percent)))) notice.SeenAt = now;
        // False: it was put away twice at once.
        await db.TrySave();
    }
}
