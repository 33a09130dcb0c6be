using EkDwar.Foundation.Database;
using EkDwar.Foundation.Names;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.ByName;

/// <summary>A post she holds, will hold or has charge of; of somebody who has none today, the one she had last.</summary>
public sealed record FoundPost(PostHolding Holding, Post Post, Office Office);

/// <summary>An official who was found, with what tells her from others of her name; and whether her name or login is spelt as was typed.</summary>
public sealed record FoundOfficial(Official Official, bool IsExact, IReadOnlyList<FoundPost> Posts);

/// <summary>Those that were found, best first, up to a bound; and the post they are looked for, if any.</summary>
public sealed record FoundOfficials(Post? For, IReadOnlyList<FoundOfficial> Lines, bool HasMore);

/// <summary>
/// Use case: an administrator finds an official by name as she heard it, in any script, or by login: among those of the offices she looks
/// after, and, for a post that somebody from elsewhere may get, after these in the whole state. It finds no citizen, and herself neither.
/// </summary>
public sealed class FindOfficials(EkDwarDb db, StaffDesk desk, OfficesBelow below)
{
    public const int MostShown = 30, LongestName = 100;

    /// <summary>So many officials of a state are read for one word of a name; whoever has a more common one types another word too.</summary>
    const int MostRead = 5_000;

    /// <param name="typed">Null where nothing was asked yet.</param>
    /// <param name="postId">The post that is to be filled; null to look among her own officials.</param>
    public async Task<Outcome<FoundOfficials>> Run(DeskSession session, string? typed, Guid? postId)
    {
        if (await desk.OfficeOf(session) is not { } mine) return StaffDesk.NotYours;
        var post = postId is null ? null : await db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(one => one.PostId == postId);
        if (postId is not null && (post is not { IsShared: false } || !await desk.Administers(session, post.OfficeId))) return StaffDesk.NotYours;
        if (typed is null) return new FoundOfficials(post, [], false);
        if (!typed.Any(char.IsLetterOrDigit)) return new Refusal("people.find.name_needed", "q");
        if (typed.Length > LongestName) return new Refusal("people.find.name_long", "q");
        List<IQueryable<Official>> reaches = [Hers(mine)];
        if (post is not null) reaches.Add(desk.OfState((await db.Set<Office>().AsNoTracking().SingleAsync(office => office.OfficeId == post.OfficeId)).State));
        reaches = reaches.ConvertAll(reach => reach.AsNoTracking().Where(one => one.OfficialId != session.OfficialId));
        var (found, isCutShort) = (await OfLogin(reaches, typed.Trim().ToLowerInvariant()), false);
        if (found.Count == 0)
            foreach (var reach in reaches) isCutShort |= await Search(reach, NameWords.Of(typed), isOfState: reach != reaches[0], found);
        var lines = await WithPosts([.. found.Take(MostShown)]);
        return new FoundOfficials(post, lines, isCutShort || found.Count > MostShown);
    }

    /// <summary>Whoever holds a post she looks after, or will, or has charge of one.</summary>
    IQueryable<Official> Hers(Guid mine)
    {
        var (today, offices) = (desk.Today, below.Of(mine).Select(office => office.OfficeId));
        var ids = from holding in db.Set<PostHolding>()
                  where holding.UntilOn == null || holding.UntilOn >= today
                  join post in db.Set<Post>() on holding.PostId equals post.PostId
                  where offices.Contains(post.OfficeId)
                  select holding.OfficialId;
        return db.Set<Official>().Where(official => ids.Contains(official.OfficialId));
    }

    /// <summary>A login names one person, and is nobody's name.</summary>
    static async Task<List<(Official Official, bool IsExact)>> OfLogin(IEnumerable<IQueryable<Official>> reaches, string login)
    {
        foreach (var reach in reaches)
            if (await reach.FirstOrDefaultAsync(one => one.Login == login) is { } found) return [(found, true)];
        return [];
    }

    /// <returns>Whether so many have this name that not all were looked at.</returns>
    async Task<bool> Search(IQueryable<Official> reach, IReadOnlyList<string> typed, bool isOfState, List<(Official Official, bool IsExact)> found)
    {
        var isCutShort = false;
        foreach (var (words, isExact) in Ways(typed))
        {
            if (found.Count > MostShown) break;
            var candidates = reach;
            if (isOfState)
            {
                var (rarest, count) = await Rarest(words);
                isCutShort |= count > MostRead;
                // From the word to the official, so many and no more, whatever the engine thinks of the rest.
                var having = db.Set<OfficialWord>().Where(word => word.Word == rarest).OrderBy(word => word.OfficialId).Select(word => word.OfficialId).Take(MostRead);
                candidates = candidates.Where(one => having.Contains(one.OfficialId));
            }
            foreach (var asked in words) candidates = candidates.Where(one => one.Words.Any(word => word.Word == asked));
            foreach (var one in await candidates.OrderBy(official => official.Login).Take(MostShown + 1).ToListAsync())
                if (found.TrueForAll(other => other.Official.OfficialId != one.OfficialId)) found.Add((one, isExact));
        }
        return isCutShort;
    }

    /// <summary>All words spelt so, or all sounding so; or, of two that may be written as one, that one.</summary>
    static IEnumerable<(IReadOnlyList<string> Words, bool IsExact)> Ways(IReadOnlyList<string> typed)
    {
        if (typed.Count == 0) yield break;
        yield return ([.. typed.Select(OfficialWord.Spelt).Distinct()], true);
        yield return (Sounds(typed), false);
        for (var at = 0; at + 1 < typed.Count; at++) yield return (Sounds([.. typed.Take(at), typed[at] + typed[at + 1], .. typed.Skip(at + 2)]), false);
    }

    static List<string> Sounds(IEnumerable<string> words) => [.. words.Select(OfficialWord.Sounding).Distinct()];

    async Task<(string Word, int Count)> Rarest(IReadOnlyList<string> words)
    {
        var rarest = (Word: words[0], Count: int.MaxValue);
        foreach (var word in words)
            if (await db.Set<OfficialWord>().Where(one => one.Word == word).Take(MostRead + 1).CountAsync() is var count && count < rarest.Count) rarest = (word, count);
        return rarest;
    }

    async Task<IReadOnlyList<FoundOfficial>> WithPosts(IReadOnlyList<(Official Official, bool IsExact)> found)
    {
        var (today, ids) = (desk.Today, found.Select(one => one.Official.OfficialId).ToList());
        var held = (await (from holding in db.Set<PostHolding>().AsNoTracking()
                           where ids.Contains(holding.OfficialId) && (holding.UntilOn == null || holding.UntilOn >= holding.FromOn)
                           join post in db.Set<Post>() on holding.PostId equals post.PostId
                           join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                           orderby holding.Kind descending, holding.FromOn
                           select new { holding, post, office }).ToListAsync()).ToLookup(row => row.holding.OfficialId, row => new FoundPost(row.holding, row.post, row.office));
        return [.. found.Select(one => new FoundOfficial(one.Official, one.IsExact, Shown([.. held[one.Official.OfficialId]])))];

        IReadOnlyList<FoundPost> Shown(List<FoundPost> all) =>
            all.FindAll(one => one.Holding.UntilOn is null || one.Holding.UntilOn >= today) is { Count: > 0 } now ? now : [.. all.OrderBy(one => one.Holding.UntilOn).TakeLast(1)];
    }
}
