using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Names;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Searches;

/// <summary>A case that was found: whether its name is spelt as was typed, and whether it opens for the post.</summary>
public sealed record Hit(long CaseId, bool IsExact, bool Opens);

/// <summary>All hits, best first, up to a bound; and whether older cases of so common a name were not looked at.</summary>
public sealed record Hits(IReadOnlyList<Hit> All, bool HasMore, bool IsCutShort)
{
    public static readonly Hits None = new([], false, false);
}

/// <summary>
/// Finds cases by what was typed, within a reach: words of a name by the blind index of the office, those spelt so first, then those that
/// sound so; the newest first. Whatever is asked, it reads so many candidates and shows so many hits, and no more.
/// </summary>
public sealed class SeekCases(EkDwarDb db, CaseWords words, Accounts accounts)
{
    public const int Most = 200;

    /// <summary>So many cases of one word are asked whether they are meant.</summary>
    public const int MostRead = 10_000;

    // With so few of a word nothing else is quicker.
    const int Few = 1_000;

    public async Task<Hits> Run(Reach reach, Sought sought, IReadOnlyList<Guid> places)
    {
        var typed = sought.Words;
        if (CaseReference.TryParse(typed, out var reference)) return await All(reach, sought, places, OfReference(reference));
        if (PhoneNumber.TryParse(typed, out var mobile)) return await accounts.Find(mobile) is { AccountId: var account } ? await All(reach, sought, places, OfAccount(account)) : Hits.None;
        return await Named(reach, sought, places, NameWords.Of(typed));
    }

    IQueryable<Candidate> OfReference(CaseReference reference)
    {
        var (caseId, state) = (reference.CaseId, reference.State.ToLowerInvariant());
        return db.Set<Case>().Where(c => c.CaseId == caseId && c.State == state).Select(c => new Candidate { CaseId = c.CaseId, SubmittedAt = c.SubmittedAt });
    }

    IQueryable<Candidate> OfAccount(Guid accountId) =>
        db.Set<Case>().Where(c => c.FiledById == accountId).Select(c => new Candidate { CaseId = c.CaseId, SubmittedAt = c.SubmittedAt });

    async Task<Hits> All(Reach reach, Sought sought, IReadOnlyList<Guid> places, IQueryable<Candidate> candidates)
    {
        var found = await Page(reach, Narrowed(candidates, sought, places));
        return new([.. found.Take(Most).Select(one => new Hit(one.CaseId, true, one.Opens))], found.Count > Most, false);
    }

    async Task<Hits> Named(Reach reach, Sought sought, IReadOnlyList<Guid> places, IReadOnlyList<string> typed)
    {
        var (found, isCutShort) = (new List<Hit>(), false);
        foreach (var (asked, isExact) in Ways(reach.Office.OfficeId, typed))
        {
            if (found.Count > Most) break;
            var (candidates, isCut) = await Candidates(asked, sought, places);
            isCutShort |= isCut;
            var known = found.Select(hit => hit.CaseId).ToHashSet();
            found.AddRange((await Page(reach, candidates)).Where(one => known.Add(one.CaseId)).Select(one => new Hit(one.CaseId, isExact, one.Opens)));
        }
        return new([.. found.Take(Most)], found.Count > Most, isCutShort);
    }

    /// <summary>What a case must have to be found: all words spelt so, or all sounding so; or, of two that may be written as one, that one.</summary>
    IEnumerable<(IReadOnlyList<long> Words, bool IsExact)> Ways(Guid office, IReadOnlyList<string> typed)
    {
        if (typed.Count == 0) yield break;
        yield return ([.. typed.Select(word => words.Spelt(office, word)).Distinct()], true);
        yield return ([.. typed.Select(word => words.Sounding(office, word)).Distinct()], false);
        for (var at = 0; at + 1 < typed.Count; at++)
            yield return ([.. typed.Take(at).Append(typed[at] + typed[at + 1]).Concat(typed.Skip(at + 2)).Select(word => words.Sounding(office, word)).Distinct()], false);
    }

    /// <summary>Cases that have all these words. Read by the rarest of them, or by the place where that is still common.</summary>
    async Task<(IQueryable<Candidate> Of, bool IsCutShort)> Candidates(IReadOnlyList<long> asked, Sought sought, IReadOnlyList<Guid> places)
    {
        var (rarest, count) = (asked[0], int.MaxValue);
        foreach (var word in asked)
            if (await OfYear(OfWord(word), sought.Year).Take(MostRead + 1).CountAsync() is var some && some < count) (rarest, count) = (word, some);
        var isByPlace = places.Count > 0 && count > Few;
        var candidates = isByPlace ? OfYear(OfPlaces(places), sought.Year) : OfYear(OfWord(rarest), sought.Year);
        candidates = candidates.OrderByDescending(one => one.SubmittedAt).ThenByDescending(one => one.CaseId).Take(MostRead);
        foreach (var word in asked.Where(word => isByPlace || word != rarest)) candidates = candidates.Where(one => db.Set<CaseWord>().Any(other => other.CaseId == one.CaseId && other.Word == word));
        return (Narrowed(candidates, sought with { Year = null }, isByPlace ? [] : places), !isByPlace && count > MostRead);
    }

    IQueryable<Candidate> OfWord(long asked) => db.Set<CaseWord>().Where(word => word.Word == asked).Select(word => new Candidate { CaseId = word.CaseId, SubmittedAt = word.SubmittedAt });

    IQueryable<Candidate> OfPlaces(IReadOnlyList<Guid> places) =>
        db.Set<Case>().Where(c => c.PlaceId != null && places.Contains(c.PlaceId.Value)).Select(c => new Candidate { CaseId = c.CaseId, SubmittedAt = c.SubmittedAt });

    static IQueryable<Candidate> OfYear(IQueryable<Candidate> candidates, int? year)
    {
        if (year is not { } asked) return candidates;
        var (from, until) = (StateTime.StartOf(new(asked, 1, 1)), StateTime.StartOf(new(asked + 1, 1, 1)));
        return candidates.Where(one => one.SubmittedAt >= from && one.SubmittedAt < until);
    }

    IQueryable<Candidate> Narrowed(IQueryable<Candidate> candidates, Sought sought, IReadOnlyList<Guid> places)
    {
        candidates = OfYear(candidates, sought.Year);
        if (places.Count == 0 && sought.Service.Length == 0 && sought.IsOpen is null) return candidates;
        var cases = db.Set<Case>().AsQueryable();
        if (places.Count > 0) cases = cases.Where(c => c.PlaceId != null && places.Contains(c.PlaceId.Value));
        if (sought.Service is { Length: > 0 } service) cases = cases.Where(c => c.ServiceId == service);
        if (sought.IsOpen is { } isOpen) cases = isOpen ? cases.Where(c => !Closed.Contains(c.Status)) : cases.Where(c => Closed.Contains(c.Status));
        return candidates.Where(one => cases.Any(c => c.CaseId == one.CaseId));
    }

    static readonly List<CaseStatus> Closed = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsClosed())];

    Task<List<Candidate>> Page(Reach reach, IQueryable<Candidate> candidates) =>
        reach.Of(db, candidates).OrderByDescending(one => one.SubmittedAt).ThenByDescending(one => one.CaseId).Take(Most + 1).ToListAsync();
}
