using System.Net;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Onboarding;

/// <summary>The demo's depth, and its people: everybody whom the picker of Development offers signs in there and comes to her inbox.</summary>
public sealed class The_demo(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    [Fact]
    public async Task has_all_of_maharashtra_by_district_and_pune_down_to_its_villages()
    {
        var tree = await house.Db(db => PlaceTrees.Read(db, "mh"));
        var today = tree.On(new(2026, 3, 2));
        Assert.Equal(36, today.Codes.Count(code => today.KindOf(code) == "district"));
        var pune = today.Within("pune").Where(place => !place.IsOver).ToList();
        Assert.Equal(14, pune.Count(place => place.Kind == "taluka"));
        var villages = pune.Where(place => place.Kind == "village").ToList();
        Assert.True(villages.Count >= 200, $"{villages.Count} villages");
        // Facts with their source: each has the number the census knows it by, no number twice, and none of a directory nobody asked.
        var known = villages.Select(village => tree.Places[village.Code]).ToList();
        Assert.True(known.Count(village => village.CensusCode is { Length: 6 }) >= 200);
        Assert.Distinct(known.Select(village => village.CensusCode).OfType<string>());
        Assert.All(tree.Places.Values, place => Assert.Null(place.LgdCode));
        foreach (var (name, kind) in new[] { ("Pune Municipal Corporation", "municipal_corporation"), ("Pimpri-Chinchwad Municipal Corporation", "municipal_corporation"), ("Pune Zilla Parishad", "zilla_parishad"), ("Savitribai Phule Pune University", "university") })
            Assert.Contains(today.Codes, code => today.KindOf(code) == kind && today.NamesOf(code)["en"] == name);
    }

    /// <summary>Punjab and Haryana are smaller, and what their files say of law and order says itself that it is an example.</summary>
    [Theory, InlineData("pb", "Ludhiana"), InlineData("hr", "Gurugram")]
    public async Task has_two_smaller_districts_whose_rules_are_examples(string state, string district)
    {
        var today = (await house.Db(db => PlaceTrees.Read(db, state))).On(new(2026, 3, 2));
        Assert.Contains(today.Codes, code => today.KindOf(code) == "district" && today.NamesOf(code)["en"] == district);
        Assert.Contains(today.Codes, code => today.KindOf(code) == "village");
        var profile = StateProfiles.Read(house.Settings.Folders).Single(one => one.Code == state);
        Assert.All(new[] { profile.Keep!.Source, profile.Drafts!.Source, profile.Delegation!.Source, profile.Signing.Source, profile.ActForAnother!.Source }.Concat(profile.Seniority.Select(order => order.Source)), source => Assert.Equal("example", source));
    }

    [Fact]
    public async Task has_a_picker_whose_every_role_signs_in_and_comes_to_its_inbox()
    {
        var picker = await house.Browser().Open("/dev/people?lang=en");
        var posts = await house.Db(db => (from post in db.Set<Post>() join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                                          select new { post.PostId, Role = office.State + " " + post.Designation }).ToDictionaryAsync(one => $"{one.PostId}", one => one.Role));
        var roles = Offered(picker);
        // Each designation of each state once: what a role may do hangs on nothing else.
        Assert.Distinct(roles.Select(one => posts[one.Post]));
        var seated = await house.Db(db => (from holding in db.Set<PostHolding>() join post in db.Set<Post>() on holding.PostId equals post.PostId join office in db.Set<Office>() on post.OfficeId equals office.OfficeId select office.State + " " + post.Designation).Distinct().ToListAsync());
        Assert.Equal(seated.Order(), roles.Select(one => posts[one.Post]).Order());
        Assert.True(roles.Count > 40, $"{roles.Count} roles");
        Assert.Equal(3, roles.Select(one => posts[one.Post].Split(' ')[0]).Distinct().Count());
        var faults = new List<string>();
        foreach (var one in roles)
        {
            var form = (await house.Browser().Open("/dev/people?lang=en")).Form($"form:has([name=official][value='{one.Official}']):has([name=post][value='{one.Post}'])");
            var inbox = await form.Press();
            if (inbox.Status != HttpStatusCode.OK || inbox.Path != "/desk/en/inbox" || !inbox.Has(".ek-desk")) faults.Add($"{posts[one.Post]}: {inbox.Status} at {inbox.Path}");
        }
        Assert.Empty(faults);
    }

    static List<(string Official, string Post)> Offered(Page picker) => [.. picker.Document.QuerySelectorAll("main form[method=post]")
        .Select(form => (form.QuerySelector("[name=official]")!.GetAttribute("value")!, form.QuerySelector("[name=post]")!.GetAttribute("value")!))];

    [Fact]
    public async Task has_a_picker_of_everybody_who_acts_at_an_office()
    {
        var haveli = await house.Db(db => db.Set<Office>().SingleAsync(office => office.State == "mh" && office.Code == "haveli_tahsil"));
        var picker = await house.Browser().Open($"/dev/people?lang=mr&office={haveli.OfficeId}");
        Assert.Equal($"{haveli.OfficeId}", picker.Document.QuerySelector("#office option[selected]")!.GetAttribute("value"));
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        var seats = await house.Db(db => (from holding in db.Set<PostHolding>() join post in db.Set<Post>() on holding.PostId equals post.PostId where post.OfficeId == haveli.OfficeId select holding).AsNoTracking().ToListAsync());
        var expected = new List<(string, string)>();
        foreach (var seat in seats.Where(seat => seat.Covers(today)))
            if (await house.Use((HeldPosts held) => held.Has(seat.OfficialId, seat.PostId))) expected.Add(($"{seat.OfficialId}", $"{seat.PostId}"));
        Assert.True(expected.Count > 5, $"{expected.Count} seats");
        Assert.Equal(expected.Order(), Offered(picker).Order());
        Assert.Contains("या कार्यालयातून आज कोणी काम करत नाही", (await house.Browser().Open($"/dev/people?lang=mr&office={Guid.Empty}")).Text);
    }
}
