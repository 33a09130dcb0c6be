using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>A tahsil of the state: its desks, and the villages of its taluka.</summary>
public sealed record Tahsil(OfficeDesks Desks, IReadOnlyList<(Guid PlaceId, string Code)> Villages);

/// <summary>
/// Talukas with their tahsils and villages with their gram panchayats beside what the seed made, each post with an official of its own. All officials
/// have one password, hashed once: hashing takes long on purpose, and here nobody signs in by it.
/// </summary>
public sealed class ScalePeople(EkDwarDb db, OfficialLogins logins, ScaleSize size)
{
    static readonly string[] AtTahsil = ["clerk", "circle_officer", "tahsildar"];
    static readonly string[] AtVillage = ["gram_panchayat_clerk", "gram_panchayat_adhikari", "data_operator"];

    readonly Dictionary<Type, List<object>> rows = [];
    readonly string hash = logins.Hash("not used by the benchmark");
    readonly DateOnly from = TimeProvider.System.Today().AddYears(-3);
    int officials;

    /// <summary>The last of them is the loud one.</summary>
    public async Task<IReadOnlyList<Tahsil>> Make(NpgsqlConnection connection)
    {
        officials = await db.Set<Official>().CountAsync();
        var places = await db.Set<Place>().CountAsync();
        var districts = await db.Set<Place>().AsNoTracking().Where(place => place.State == "mh" && place.Kind == "district").OrderBy(place => place.Code).ToListAsync();
        var import = (await db.Set<PlaceSpell>().AsNoTracking().FirstAsync()).PlaceImportId;
        var talukas = Enumerable.Range(0, size.Talukas + 1).Select(number => AddPlace($"scale.t{number}", "taluka", districts[number % districts.Count].PlaceId, import)).ToList();
        var villages = Enumerable.Range(0, Math.Max(size.Talukas * 2, size.Places - places - talukas.Count)).Select(number => (Taluka: number % talukas.Count, Place: AddPlace($"scale.t{number % talukas.Count}.v{number}", "village", talukas[number % talukas.Count].PlaceId, import))).ToList();
        var tahsils = talukas.Select(taluka => AddOffice(taluka, AtTahsil)).ToList();
        // A third post here and there, until there are as many officials as were asked for.
        for (var at = 0; officials < size.Officials && at < villages.Count; at++)
            AddOffice(villages[at].Place, AtVillage[..Math.Clamp((size.Officials - officials) / Math.Max(1, villages.Count - at) + 1, 1, AtVillage.Length)]);
        var tables = TableCopy.All(db);
        foreach (var (type, written) in rows) await tables[type].Write(connection, written);
        var byTaluka = villages.ToLookup(village => village.Taluka, village => (village.Place.PlaceId, village.Place.Code));
        Report.Line($"  {officials} officials, {places + talukas.Count + villages.Count} places, {tahsils.Count} tahsils");
        return [.. tahsils.Select((desks, number) => new Tahsil(desks, [.. byTaluka[number]]))];
    }

    Place AddPlace(string code, string kind, Guid parent, Guid import)
    {
        var place = new Place { PlaceId = Guid.CreateVersion7(), State = "mh", Code = code, Kind = kind };
        Add(place);
        Add(new PlaceSpell { PlaceId = place.PlaceId, FromOn = PlaceSpell.AsFarBackAsKnown, ParentId = parent, Names = new() { ["mr"] = "गाव " + code, ["en"] = "Place " + code }, PlaceImportId = import });
        return place;
    }

    OfficeDesks AddOffice(Place place, string[] designations)
    {
        var office = new Office { OfficeId = Guid.CreateVersion7(), State = "mh", Code = "office." + place.Code, Names = new() { ["mr"] = "कार्यालय " + place.Code, ["en"] = "Office " + place.Code }, PlaceId = place.PlaceId };
        Add(office);
        var (posts, holders) = (new List<Post>(), new List<Official>());
        foreach (var designation in designations)
        {
            var (local, latin) = IndianNames.Of(officials++);
            var names = new LocalText { ["mr"] = designation, ["en"] = designation };
            posts.Add(new Post { PostId = Guid.CreateVersion7(), OfficeId = office.OfficeId, Designation = designation, Names = names });
            holders.Add(logins.WithHash($"scale{officials}", new() { ["mr"] = local, ["en"] = latin }, hash));
            Add(posts[^1]);
            Add(holders[^1]);
            foreach (var word in holders[^1].Words) Add(word);
            Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = posts[^1].PostId, OfficialId = holders[^1].OfficialId, FromOn = from });
        }
        return new(office, posts, holders);
    }

    void Add(object row)
    {
        if (!rows.TryGetValue(row.GetType(), out var list)) rows[row.GetType()] = list = [];
        list.Add(row);
    }
}
