using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Searches;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Unusual;

/// <summary>One notice of unusual looks: of whom, from which post, and who closed it.</summary>
public sealed record UnusualLine(UnusualLook Notice, LocalText Official, Post Post, LocalText? ClosedBy);

/// <summary>A look of the time a notice is about: the case by its reference, and its office.</summary>
public sealed record SeenLine(Look Look, CaseReference Reference, Office Office)
{
    /// <summary>What was opened of it, as the texts call it.</summary>
    public string Thing => Look.What == LookBook.Whole ? "case" : Look.What.StartsWith("paper", StringComparison.Ordinal) ? "paper" : "other";
}

/// <summary>A search by name of the time a notice is about; what was asked is null once its month's key is gone.</summary>
public sealed record SearchedLine(Search Search, string? Words);

/// <summary>Use case: what an administrator or a senior is pointed to, the open ones first and the newest first; and of one of them what was seen. It opens no case.</summary>
public sealed class ReadUnusualLooks(EkDwarDb db, UnusualDesk desk, PostDirectory directory, SearchBook book)
{
    public const int MostShown = 50, MostSeen = 100;

    /// <summary>Null where this post looks after nobody.</summary>
    public async Task<IReadOnlyList<UnusualLine>?> Run(DeskSession session)
    {
        if (await desk.InSight(session) is not { } inSight) return null;
        var open = await inSight.AsNoTracking().Where(one => one.ClosedAt == null).OrderByDescending(one => one.RaisedAt).Take(MostShown).ToListAsync();
        var closed = await inSight.AsNoTracking().Where(one => one.ClosedAt != null).OrderByDescending(one => one.RaisedAt).Take(MostShown).ToListAsync();
        return await Lines([.. open, .. closed]);
    }

    /// <summary>Null where there is no such notice for this post.</summary>
    public async Task<(UnusualLine Line, IReadOnlyList<SeenLine> Seen, IReadOnlyList<SearchedLine> Searched)?> One(DeskSession session, Guid unusualId)
    {
        if (await desk.InSight(session) is not { } inSight || await inSight.AsNoTracking().FirstOrDefaultAsync(one => one.UnusualId == unusualId) is not { } notice) return null;
        var looks = await (from look in db.Set<Look>().AsNoTracking()
                           where look.OfficialId == notice.OfficialId && look.At >= notice.FromAt && look.At < notice.UntilAt
                           orderby look.At descending
                           join c in db.Set<Case>() on look.CaseId equals c.CaseId
                           select new { look, c.State, c.OfficeId }).Take(MostSeen).ToListAsync();
        var seen = new List<SeenLine>();
        foreach (var one in looks) seen.Add(new(one.look, CaseReference.Of(one.State.ToUpperInvariant(), one.look.CaseId), await directory.Office(one.OfficeId)));
        return ((await Lines([notice]))[0], seen, await Searched(notice));
    }

    async Task<IReadOnlyList<SearchedLine>> Searched(UnusualLook notice)
    {
        var searches = await db.Set<Search>().AsNoTracking().Where(search => search.OfficialId == notice.OfficialId && search.At >= notice.FromAt && search.At < notice.UntilAt)
            .OrderByDescending(search => search.At).Take(MostSeen).ToListAsync();
        var lines = new List<SearchedLine>();
        foreach (var search in searches) lines.Add(new(search, await book.Asked(search) is { } asked ? Sought.Parse(asked).Words : null));
        return lines;
    }

    async Task<IReadOnlyList<UnusualLine>> Lines(IReadOnlyList<UnusualLook> notices)
    {
        var officials = notices.SelectMany(one => new[] { one.OfficialId, one.ClosedById ?? one.OfficialId }).Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => officials.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        var lines = new List<UnusualLine>();
        foreach (var one in notices) lines.Add(new(one, names[one.OfficialId], await directory.Post(one.PostId), one.ClosedById is { } by ? names[by] : null));
        return lines;
    }
}
