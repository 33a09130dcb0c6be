using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Inboxes;

/// <summary>A post below, who acts from it today and why she, and how much lies there. Nobody's name where nobody acts.</summary>
public sealed record TeamLine(Post Post, LocalText? Acts, Standing As, DeskCounts Counts);

/// <summary>Use case: how the work of an office is spread over the posts below this one. Counts each desk as its inbox does; opens no case.</summary>
public sealed class ReadTeam(EkDwarDb db, DesksInSight desks, Rosters rosters, TimeProvider time)
{
    public async Task<IReadOnlyList<TeamLine>> Run(DeskSession session)
    {
        var posts = await desks.Below(session);
        if (posts.Count == 0) return [];
        var today = time.Today();
        var roster = await rosters.Of(posts[0].OfficeId, today);
        var acting = posts.ToDictionary(post => post.PostId, post => roster.ActsOn(post, today));
        var officials = acting.Values.Select(one => one.OfficialId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => officials.Contains(official.OfficialId))
            .ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        var lines = new List<TeamLine>();
        foreach (var post in posts)
        {
            var (official, standing) = acting[post.PostId];
            lines.Add(new(post, official is { } id ? names[id] : null, standing, await DeskCounts.Read(db, post.PostId, new(), today)));
        }
        return lines;
    }
}
