using EkDwar.Onboarding;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Onboarding;

/// <summary>A state's places come in again when its folder has more of them: what is new is added, what is there stays.</summary>
public sealed class A_database_seeded_earlier
{
    [Fact]
    public async Task gets_what_is_new_and_keeps_what_it_has()
    {
        await using var house = await TestHouse.Open();
        var before = await Rows(house);
        await house.Use((SeedPlaces seed) => seed.Run("hr", StateFolder.Read(Path.Combine(house.Settings.Folders.Services, "hr")).Places!));
        Assert.Equal(before, await Rows(house));

        var folder = StateFolder.Read(Path.Combine(house.Settings.Folders.Services, "hr")).Places!;
        folder.Places.Add(new() { Code = "gurugram.gairatpur_bas", Kind = "village", Parent = "patwar.bhondsi", Names = new("Gairatpur Bas") });
        folder.Offices.Add(new() { Code = "new_desk", Place = "hr", Names = new("New desk"), Posts = [new() { Designation = "new_post", Names = new("New post") }] });
        folder.Offices.Find(office => office.Code == "patwari_bhondsi")!.Posts.Add(new() { Designation = "assistant", Names = new("Assistant") });
        folder.Officials.Find(official => official.Login == "patwari.sohna")!.Holds.AddRange(["patwari_bhondsi/assistant"]);
        folder.Officials.Add(new() { Login = "new.hr", Names = new("Somebody New"), Holds = ["new_desk/new_post", "patwari_silani/patwari"] });
        for (var again = 0; again < 2; again++) await house.Use((SeedPlaces seed) => seed.Run("hr", folder));

        var after = await Rows(house);
        Assert.Equal([before[0] + 1, before[1] + 1, before[2] + 2, before[3] + 1, before[4] + 2], after);
        var office = (await house.Services.GetRequiredService<PostDirectory>().Serving("hr", "gurugram.gairatpur_bas", "patwar_circle"))!;
        Assert.Equal("patwari_bhondsi", office.Code);
        // The patwari of Silani has a holder already: the file cannot put a second one there.
        Assert.Equal(["new_post"], await house.Db(db => (from official in db.Set<Official>()
                                                         where official.Login == "new.hr"
                                                         join holding in db.Set<PostHolding>() on official.OfficialId equals holding.OfficialId
                                                         join post in db.Set<Post>() on holding.PostId equals post.PostId
                                                         select post.Designation).ToListAsync()));
    }

    /// <summary>How many places, offices, posts, officials and holdings there are.</summary>
    static async Task<int[]> Rows(TestHouse house) => await house.Db(async db => new[]
    {
        await db.Set<Place>().CountAsync(), await db.Set<Office>().CountAsync(), await db.Set<Post>().CountAsync(), await db.Set<Official>().CountAsync(), await db.Set<PostHolding>().CountAsync(),
    });
}
