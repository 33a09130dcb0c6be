using System.Collections.Concurrent;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Places;

/// <summary>
/// Keeps each state's tree of places as it stands today. What is kept may be lost at any time; what another process imported
/// is seen within a minute.
/// </summary>
public sealed class PlaceTrees(IServiceScopeFactory scopes, TimeProvider time)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Known> known = new();

    sealed record Known(PlaceTree Tree, PlaceDay Day, int Imports, DateTime AskedAt);

    /// <summary>The places of a state today. The same again as long as nothing changed.</summary>
    public async Task<PlaceDay> Today(string state) => (await Current(state)).Day;

    public async Task<PlaceDay> On(string state, DateOnly day)
    {
        var current = await Current(state);
        return current.Day.Day == day ? current.Day : current.Tree.On(day);
    }

    async Task<Known> Current(string state)
    {
        var (now, today) = (time.UtcNow(), time.Today());
        if (known.TryGetValue(state, out var there) && there.Day.Day == today && now - there.AskedAt < Fresh) return there;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        // Asked before the places are read: what comes in between is read again a minute later.
        var imports = await db.Set<PlaceImport>().CountAsync(import => import.State == state);
        var tree = there is not null && there.Imports == imports ? there.Tree : await Read(db, state);
        var day = there is not null && ReferenceEquals(there.Tree, tree) && there.Day.Day == today ? there.Day : tree.On(today);
        return known[state] = new(tree, day, imports, now);
    }

    /// <summary>Forgets everything, after places or offices changed.</summary>
    public void Forget() => known.Clear();

    public static async Task<PlaceTree> Read(EkDwarDb db, string state)
    {
        var places = await db.Set<Place>().AsNoTracking().Where(place => place.State == state).ToListAsync();
        var codes = places.ToDictionary(place => place.PlaceId, place => place.Code);
        var spells = (await (from spell in db.Set<PlaceSpell>().AsNoTracking()
                             join place in db.Set<Place>() on spell.PlaceId equals place.PlaceId
                             where place.State == state
                             orderby spell.FromOn
                             select spell).ToListAsync()).ToLookup(spell => spell.PlaceId);
        var origins = await (from origin in db.Set<PlaceOrigin>().AsNoTracking()
                             join place in db.Set<Place>() on origin.PlaceId equals place.PlaceId
                             where place.State == state
                             orderby origin.CameOn, place.Code
                             select origin).ToListAsync();
        var (cameFrom, became) = (origins.ToLookup(origin => origin.PlaceId), origins.ToLookup(origin => origin.OriginId));
        var offices = await db.Set<Office>().AsNoTracking().Where(office => office.State == state).OrderBy(office => office.OfficeId).ToListAsync();
        return new(places.Select(place => new PlaceHistory(place.Code, place.Kind, place.CensusCode, place.LgdCode,
                [.. spells[place.PlaceId].Select(spell => new PlaceSpan(spell.FromOn, spell.UntilOn, spell.ParentId is { } parent ? codes[parent] : null, spell.Names))])
            {
                PlaceId = place.PlaceId, Population = place.Population,
                CameFrom = [.. cameFrom[place.PlaceId].Select(origin => (codes[origin.OriginId], origin.CameOn)).OrderBy(origin => origin.CameOn).ThenBy(origin => origin.Item1, StringComparer.Ordinal)],
                Became = [.. became[place.PlaceId].Select(origin => (codes[origin.PlaceId], origin.CameOn))],
            }),
            offices.Select(office => new OfficeSpan(office.OfficeId, office.Code, codes[office.PlaceId],
                office.ActsFor.Split(' ', StringSplitOptions.RemoveEmptyEntries), office.FromOn, office.UntilOn)));
    }
}
