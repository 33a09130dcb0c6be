using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Bench;

/// <summary>An office with the three posts an income certificate passes, in order, and who holds them.</summary>
public sealed record OfficeDesks(Office Office, IReadOnlyList<Post> Posts, IReadOnlyList<Official> Officials)
{
    public const int Count = 10;
    const string Haveli = "haveli_tahsil", Made = "bench";
    static readonly string[] Designations = ["clerk", "circle_officer", "tahsildar"];

    /// <summary>Haveli's office, which the seed made, and nine more made here.</summary>
    public static async Task<IReadOnlyList<OfficeDesks>> MakeAll(EkDwarDb db, OfficialLogins logins, DateOnly from)
    {
        var pune = await db.Set<Place>().SingleAsync(place => place.Code == "pune");
        var told = await db.Set<PlaceSpell>().FirstAsync(spell => spell.PlaceId == pune.PlaceId);
        var model = (await Read(db))[0];
        for (var number = 1; number < Count; number++)
        {
            var place = new Place { PlaceId = Guid.CreateVersion7(), State = "mh", Code = $"pune.bench{number}", Kind = "taluka" };
            var office = new Office { OfficeId = Guid.CreateVersion7(), State = "mh", Code = $"{Made}{number}_tahsil", Names = model.Office.Names, PlaceId = place.PlaceId };
            db.AddRange(place, office, new PlaceSpell { PlaceId = place.PlaceId, FromOn = told.FromOn, ParentId = pune.PlaceId, Names = model.Office.Names, PlaceImportId = told.PlaceImportId });
            foreach (var (designation, post) in Designations.Zip(model.Posts)) AddPost(db, logins, office, post.Names, designation, number, from);
        }
        await db.Save();
        db.ChangeTracker.Clear();
        return await Read(db);
    }

    public static async Task<IReadOnlyList<OfficeDesks>> Read(EkDwarDb db)
    {
        var rows = await (from post in db.Set<Post>().AsNoTracking()
                          join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                          where office.Code == Haveli || office.Code.StartsWith(Made)
                          join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
                          join official in db.Set<Official>() on holding.OfficialId equals official.OfficialId
                          select new { office, post, official }).ToListAsync();
        return [.. rows.GroupBy(row => row.office.OfficeId).Select(office => new OfficeDesks(office.First().office,
                [.. Designations.Select(designation => office.First(row => row.post.Designation == designation).post)],
                [.. Designations.Select(designation => office.First(row => row.post.Designation == designation).official)]))
            .OrderByDescending(office => office.Office.Code == Haveli).ThenBy(office => office.Office.Code, StringComparer.Ordinal)];
    }

    static void AddPost(EkDwarDb db, OfficialLogins logins, Office office, LocalText names, string designation, int number, DateOnly from)
    {
        var post = new Post { PostId = Guid.CreateVersion7(), OfficeId = office.OfficeId, Designation = designation, Names = names };
        var official = logins.New($"{designation}.bench{number}", names, "not used by the benchmark");
        db.AddRange(post, official);
        db.Add(new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = post.PostId, OfficialId = official.OfficialId, FromOn = from });
    }
}
