using System.Text;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;

namespace EkDwar.Tests.Onboarding;

/// <summary>Villages that were merged and a district that was split: what stands in the database answers for days before, on and after, and can be told.</summary>
public sealed class The_history_of_a_place : IAsyncLifetime
{
    const string Columns = "code,kind,parent,name_en,from,until,came_from\n";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    DateOnly Today => house.Clock.Today();

    async Task<PlaceTree> Imported(string rows)
    {
        var imported = await house.Use((ImportPlaces import) => import.Run("mh", "new.csv", Encoding.UTF8.GetBytes(Columns + rows), isRehearsal: false, onlyValid: false));
        Assert.True(imported.IsWritten, string.Join("\n", imported.Faults));
        return await house.Db(db => PlaceTrees.Read(db, "mh"));
    }

    [Fact]
    public async Task of_two_villages_merged_into_one_ends_both_and_names_both_as_its_origins()
    {
        var (on, last) = (Today.AddDays(10), Today.AddDays(9));
        var tree = await Imported($"pune.haveli.kesnand,,,,,{last:yyyy-MM-dd},\npune.haveli.fulgaon,,,,,{last:yyyy-MM-dd},\n"
            + $"pune.haveli.kesnand_fulgaon,village,pune.haveli,Kesnand Fulgaon,{on:yyyy-MM-dd},,pune.haveli.kesnand;pune.haveli.fulgaon\n");
        var merged = tree.Places["pune.haveli.kesnand_fulgaon"];
        Assert.Equal([("pune.haveli.fulgaon", on), ("pune.haveli.kesnand", on)], merged.CameFrom);
        Assert.Equal([(merged.Code, on)], tree.Places["pune.haveli.kesnand"].Became);
        Assert.Equal([(true, false), (true, false), (false, true), (false, true)], new[] { Today, last, on, on.AddDays(400) }
            .Select(day => (tree.On(day).Has("pune.haveli.fulgaon"), tree.On(day).Has(merged.Code))));
        var said = PlaceHistoryLines.Of(tree, merged, LanguageCode.English).ToList();
        Assert.Equal("From 12 March 2026 until further notice: Kesnand Fulgaon, in pune.haveli (Haveli).", said[1]);
        Assert.Contains("On 12 March 2026 it came out of pune.haveli.kesnand (Kesnand).", said);
        said = [.. PlaceHistoryLines.Of(tree, tree.Places["pune.haveli.kesnand"], LanguageCode.English)];
        Assert.Equal(["From as far back as is known until 11 March 2026: Kesnand, in police.loni_kand (Loni Kand police station).", "On 12 March 2026 pune.haveli.kesnand_fulgaon (Kesnand Fulgaon) came out of it."], said[1..]);
    }

    [Fact]
    public async Task of_a_district_that_is_split_moves_its_talukas_on_that_day_and_with_them_their_villages()
    {
        var on = Today.AddDays(5);
        var tree = await Imported($"shivneri,district,division.pune,Shivneri,{on:yyyy-MM-dd},,pune\npune.junnar,,shivneri,,{on:yyyy-MM-dd},,\npune.ambegaon,,shivneri,,{on:yyyy-MM-dd},,\n");
        string? DistrictOf(string code, DateOnly day) => tree.On(day).AreaOf(code, "district");
        foreach (var taluka in (string[])["pune.junnar", "pune.ambegaon"])
            Assert.Equal(["pune", "shivneri", "shivneri"], new[] { on.AddDays(-1), on, on.AddDays(1) }.Select(day => DistrictOf(taluka, day)));
        Assert.All((DateOnly[])[on.AddDays(-1), on], day => Assert.Equal("pune", DistrictOf("pune.haveli.kesnand", day)));
        Assert.False(tree.On(on.AddDays(-1)).Has("shivneri"));
        // The old one goes on, and knows what came out of it.
        Assert.True(tree.On(on).Has("pune"));
        Assert.Contains("On 7 March 2026 shivneri (Shivneri) came out of it.", PlaceHistoryLines.Of(tree, tree.Places["pune"], LanguageCode.English));
        Assert.Equal(2, tree.Places["pune.junnar"].Spans.Count);
        // Every language can say it.
        foreach (var language in (LanguageCode[])[LanguageCode.English, LanguageCode.Marathi]) Assert.All(PlaceHistoryLines.Of(tree, tree.Places["pune.junnar"], language), line => Assert.DoesNotContain("{", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_told_by_its_verb_and_a_place_that_never_was_stops_it()
    {
        Assert.Equal(0, await CommandLine.Run(On("place-history", "mh", "pune.haveli")));
        Assert.Equal(1, await CommandLine.Run(On("place-history", "mh", "pune.nowhere")));
        Assert.Equal(1, await CommandLine.Run(On("place-history", "mh")));
    }

    string[] On(params string[] words) =>
        [.. words, "--data", house.Settings.Folders.Data, "--services", house.Settings.Folders.Services, .. house.Settings.Database.Postgres is { } place ? new[] { "--postgres", place } : []];

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
