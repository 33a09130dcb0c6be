using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>Somebody with an application open in an area, as one application names her: she may come again with another.</summary>
/// <param name="Language">in which she is told</param>
public sealed record AreaPerson(Guid AccountId, string Language, bool HasEmail);

/// <summary>How far an area was walked: the place, and the last application of it that was seen.</summary>
public readonly record struct AreaStep(string Place, long CaseId)
{
    public static readonly AreaStep First = new("", -1);
}

/// <summary>
/// Walks the people of an area in steps, place by place and application by application: what is counted and what is told is
/// found in the same way. Each step reads through an index no more than it gives. It never asks the place twice, so whoever
/// applies behind it while it walks is not found.
/// </summary>
public sealed class AreaPeople(EkDwarDb db, PlaceTrees trees)
{
    const int MostPlaces = 200;

    /// <returns>at most so many, and where to go on; null at the end</returns>
    public async Task<(IReadOnlyList<AreaPerson> People, AreaStep? Next)> Step(string state, Guid areaId, AreaStep from, int most)
    {
        var day = await trees.Today(state);
        if (day.CodeOf(areaId) is not { } area) return ([], null);
        var people = new List<AreaPerson>();
        var visited = 0;
        foreach (var code in day.Within(area).Select(place => place.Code).Append(area).Where(code => string.CompareOrdinal(code, from.Place) >= 0).Order(StringComparer.Ordinal))
        {
            if (day.IdOf(code) is not { } placeId) continue;
            var (after, rest) = (code == from.Place ? from.CaseId : AreaStep.First.CaseId, most - people.Count);
            var found = await (from c in db.Set<Case>().AsNoTracking().ThatAreOpen()
                               where c.PlaceId == placeId && c.CaseId > after
                               join account in db.Set<Account>() on c.FiledById equals account.AccountId
                               orderby c.CaseId
                               select new { c.CaseId, account.AccountId, Language = account.ToldIn ?? c.Language, HasEmail = account.Email != null }).Take(rest).ToListAsync();
            people.AddRange(found.Select(one => new AreaPerson(one.AccountId, one.Language, one.HasEmail)));
            if (found.Count == rest) return (people, new(code, found[^1].CaseId));
            if (++visited == MostPlaces) return (people, new(code, long.MaxValue));
        }
        return (people, null);
    }
}
