using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Onboarding;

/// <summary>A table comes into the house whole or not at all, once, and as changes of their day: old cases keep their office, new ones go to who serves then.</summary>
public sealed class Importing_places
{
    const string Columns = "code,kind,parent,name_en,from,until,came_from\n";

    static Task<ImportedPlaces> Import(TestHouse house, string rows, bool isRehearsal = false, bool onlyValid = false) =>
        house.Use((ImportPlaces import) => import.Run("mh", "new.csv", Encoding.UTF8.GetBytes(Columns + rows), isRehearsal, onlyValid));

    [Fact]
    public async Task leaves_cases_where_they_are_and_sends_new_ones_to_who_serves_that_day()
    {
        await using var house = await TestHouse.Open();
        var earlier = await house.Case().Submitted();
        var directory = house.Services.GetRequiredService<PostDirectory>();
        var today = house.Clock.Today();
        var moved = today.AddDays(2);
        var row = $"pune.haveli.kesnand,,pune.mulshi,,{moved:yyyy-MM-dd},,\n";

        var rehearsed = await Import(house, row, isRehearsal: true);
        Assert.Equal((1, false), (rehearsed.Changed, rehearsed.IsWritten));
        Assert.True((await Import(house, row)).IsWritten);
        var again = await Import(house, row);
        Assert.Equal((0, 0), (again.Changed, again.Added));

        Assert.Equal("haveli_tahsil", (await directory.Serving("mh", "pune.haveli.kesnand", "taluka"))!.Code);
        Assert.Equal("mulshi_tahsil", (await directory.Serving("mh", "pune.haveli.kesnand", "taluka", moved))!.Code);
        house.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("mulshi_tahsil", (await directory.Serving("mh", "pune.haveli.kesnand", "taluka"))!.Code);

        var later = await house.Case().Submitted();
        Assert.Equal(["haveli_tahsil", "mulshi_tahsil"], [await OfficeOf(earlier), await OfficeOf(later)]);
        Assert.Equal(2, await house.Db(db => db.Set<PlaceSpell>().CountAsync(spell => db.Set<Place>().Any(place => place.PlaceId == spell.PlaceId && place.Code == "pune.haveli.kesnand"))));

        async Task<string> OfficeOf(TestCase c) => (await directory.Office((await c.Row()).OfficeId)).Code;
    }

    [Fact]
    public async Task takes_nothing_where_a_row_is_wrong_or_only_the_rows_that_are_right()
    {
        await using var house = await TestHouse.Open();
        var rows = "pune.mulshi.new_one,village,pune.mulshi,New One,,,\npune.mulshi.worse,vilage,pune.mulshi,Worse,,,\npune.mulshi.below,village,pune.mulshi.worse,Below,,,\n";
        var refused = await Import(house, rows);
        Assert.False(refused.IsWritten);
        Assert.Contains(refused.Faults, fault => fault.At.Line == 3 && fault.Problem.Contains("'vilage'", StringComparison.Ordinal));
        Assert.Equal(0, await New(house));
        var part = await Import(house, rows, onlyValid: true);
        Assert.True(part.IsWritten);
        Assert.Equal([3, 4], part.Faults.Select(fault => fault.At.Line).Distinct());
        Assert.Equal(1, await New(house));

        static Task<int> New(TestHouse house) => house.Db(db => db.Set<Place>().CountAsync(place => place.Code == "pune.mulshi.new_one" || place.Code == "pune.mulshi.below"));
    }

    [Fact]
    public async Task is_not_taken_back_by_the_demo_s_own_file_which_changes_what_it_changes_itself()
    {
        await using var house = await TestHouse.Open();
        Assert.True((await Import(house, "pune.haveli.kesnand,,pune.mulshi,,,,\n")).IsWritten);
        var folder = StateFolder.Read(Path.Combine(house.Settings.Folders.Services, "mh")).Places!;
        var perane = folder.Places.Find(place => place.Code == "pune.haveli.perane")!;
        folder.Places.Remove(perane);
        folder.Places.Add(new() { Code = perane.Code, Kind = perane.Kind, Parent = "police.haveli", Names = new("Perane Phata") });
        for (var again = 0; again < 2; again++) await house.Use((SeedPlaces seed) => seed.Run("mh", folder));
        var tree = await house.Db(db => PlaceTrees.Read(db, "mh"));
        Assert.Equal("pune.mulshi", tree.Places["pune.haveli.kesnand"].Last.Parent);
        Assert.Equal(["police.loni_kand", "police.haveli"], tree.Places["pune.haveli.perane"].Spans.Select(span => span.Parent));
        Assert.Equal("Perane Phata", tree.Places["pune.haveli.perane"].Last.Names["en"]);
        Assert.Empty(TreeCheck.Of(tree.Places));
    }

    [Fact]
    public async Task of_another_node_is_seen_within_a_minute()
    {
        await using var house = await TestHouse.Open();
        await using var other = await house.SecondNode();
        var directory = other.Services.GetRequiredService<PostDirectory>();
        Assert.Equal("haveli_tahsil", (await directory.Serving("mh", "pune.haveli.kesnand", "taluka"))!.Code);
        Assert.True((await Import(house, "pune.haveli.kesnand,,pune.mulshi,,,,\n")).IsWritten);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("mulshi_tahsil", (await directory.Serving("mh", "pune.haveli.kesnand", "taluka"))!.Code);
    }

    [Fact]
    public async Task of_a_whole_state_writes_and_checks_each()
    {
        await using var house = await TestHouse.Open();
        // A whole state on the engine that a whole state would be on, a tenth of it on the other.
        var (talukas, villages) = TestHouse.Engine == Engine.Postgres ? (350, 45_000) : (35, 4_500);
        var rows = new StringBuilder();
        for (var taluka = 0; taluka < talukas; taluka++) rows.Append($"t{taluka},taluka,solapur,Taluka {taluka},,,\n");
        for (var village = 0; village < villages; village++) rows.Append($"t{village % talukas}.v{village},village,t{village % talukas},Village {village},,,\n");
        var found = await Import(house, rows.ToString());
        Assert.Equal((talukas + villages, 0, true), (found.Added, found.Faults.Count, found.IsWritten));
        Assert.True((await house.Use((CheckPlaces check) => check.Run("mh"))).Places > talukas + villages);
    }
}
