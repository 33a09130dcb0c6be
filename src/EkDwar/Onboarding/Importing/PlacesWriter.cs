using EkDwar.Foundation.Database;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding.Importing;

/// <summary>Puts a plan's changes among what is to be saved: new places, spells begun and closed, origins. It saves nothing itself.</summary>
static class PlacesWriter
{
    /// <summary>Gives the id of every place of the state by its code, new ones included.</summary>
    public static async Task<Dictionary<string, Guid>> Write(EkDwarDb db, PlacesPlan plan, PlaceTree tree, PlaceImport import)
    {
        var ids = tree.Places.Values.ToDictionary(place => place.Code, place => place.PlaceId);
        foreach (var change in plan.Changes.Where(change => change.Before is null)) ids[change.After.Code] = Guid.CreateVersion7();
        if (plan.Changes.Count == 0 && plan.Origins.Count == 0) return ids;
        db.Add(import);
        db.AddRange(plan.Changes.Where(change => change.Before is null).Select(change => new Place
        {
            PlaceId = ids[change.After.Code], State = import.State, Code = change.After.Code, Kind = change.After.Kind, CensusCode = change.After.CensusCode, LgdCode = change.After.LgdCode,
            People = change.After.Population?.People, PeopleYear = change.After.Population?.Year, PeopleSource = change.After.Population?.Source,
        }));
        foreach (var change in plan.Changes)
        {
            if (change.Before is { } before && (before.CensusCode != change.After.CensusCode || before.LgdCode != change.After.LgdCode || before.Population != change.After.Population))
            {
                var place = await db.Set<Place>().SingleAsync(place => place.PlaceId == ids[change.After.Code]);
                (place.CensusCode, place.LgdCode) = (change.After.CensusCode, change.After.LgdCode);
                (place.People, place.PeopleYear, place.PeopleSource) = (change.After.Population?.People, change.After.Population?.Year, change.After.Population?.Source);
            }
            Spells(db, change, ids, import.PlaceImportId);
        }
        await Origins(db, plan, ids);
        return ids;
    }

    // A spell that was told never goes away: one that is closed, or told anew from the same day, keeps its row.
    static void Spells(EkDwarDb db, PlaceChange change, Dictionary<string, Guid> ids, Guid import)
    {
        foreach (var span in change.After.Spans)
        {
            var known = change.Before?.Spans.FirstOrDefault(one => one.FromOn == span.FromOn);
            if (known == span) continue;
            var spell = new PlaceSpell
            {
                PlaceId = ids[change.After.Code], FromOn = span.FromOn, UntilOn = span.UntilOn, ParentId = span.Parent is null ? null : ids[span.Parent], Names = span.Names, PlaceImportId = import,
            };
            if (known is null) db.Add(spell);
            else db.Update(spell);
        }
    }

    static async Task Origins(EkDwarDb db, PlacesPlan plan, Dictionary<string, Guid> ids)
    {
        if (plan.Origins.Count == 0) return;
        var grown = plan.Origins.Select(origin => ids[origin.Place]).Distinct().ToList();
        var known = (await db.Set<PlaceOrigin>().Where(origin => grown.Contains(origin.PlaceId)).Select(origin => new { origin.PlaceId, origin.OriginId }).ToListAsync()).ToHashSet();
        db.AddRange(plan.Origins.Where(origin => known.Add(new { PlaceId = ids[origin.Place], OriginId = ids[origin.Origin] }))
            .Select(origin => new PlaceOrigin { PlaceId = ids[origin.Place], OriginId = ids[origin.Origin], CameOn = origin.On }));
    }
}
