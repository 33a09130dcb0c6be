using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.Places;
using EkDwar.Tests.Houserules;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Onboarding;

/// <summary>A gap is a place somebody can live in for whom nobody does a service: named once for all places and services alike, and counted.</summary>
public sealed class A_gap
{
    static ServiceDefinition Service(string id, string kind, params string[] posts) => new()
    {
        Id = id, ServedBy = new() { Question = "village", PlaceKind = new([kind]) }, Questions = [new() { Id = "village", Type = "place", PlaceKind = "village", Within = "mh" }],
        Stages = [.. posts.Select(post => new Stage { Id = post, Post = post })], Officers = new() { Designated = posts[^1] },
    };

    static PlaceHistory Place(string code, string kind, string? parent) => new(code, kind, null, null, [new(PlaceSpell.AsFarBackAsKnown, null, parent, new(code))]);

    static Responsible Made(IEnumerable<PlaceHistory> places, params (string Office, string Place, string[] Posts)[] offices) => new(
        new PlaceTree(places, offices.Select(office => new OfficeSpan(Guid.Empty, office.Office, office.Place, [], PlaceSpell.AsFarBackAsKnown, null))).On(new(2026, 1, 5)),
        offices.ToDictionary(office => office.Office, office => (IReadOnlySet<string>)office.Posts.ToHashSet()));

    static readonly PlaceHistory[] Places =
    [
        Place("mh", "state", null), Place("a", "taluka", "mh"), Place("b", "taluka", "mh"), Place("a.1", "village", "a"), Place("a.2", "village", "a"), Place("b.1", "village", "b"), Place("c", "village", "mh"),
    ];

    /// <summary>A post of a real house that nobody acts from: told while it lasts, and not while somebody senior is there.</summary>
    [Fact]
    public async Task is_a_post_from_which_nobody_acts_today()
    {
        await using var house = await TestHouse.Open();
        async Task<IEnumerable<PlaceGap>> Empty() => (await house.Use((CheckPlaces check) => check.Run("mh"))).Gaps.Where(gap => gap.Kind == GapKind.NoHolder && gap.Where == "gp_kesnand" && gap.Post is "gram_panchayat_clerk" or "gram_panchayat_adhikari");
        Assert.Empty(await Empty());
        var (adhikari, clerk) = (await house.Post("gp_kesnand", "gram_panchayat_adhikari"), await house.Post("gp_kesnand", "gram_panchayat_clerk"));
        await house.Db(db => db.Set<PostHolding>().Where(holding => holding.PostId != adhikari && db.Set<Post>().Any(post => post.PostId == holding.PostId && db.Set<Post>().Any(own => own.PostId == clerk && own.OfficeId == post.OfficeId))).ExecuteDeleteAsync());
        // The adhikari is senior to the clerk, and acts.
        Assert.Empty(await Empty());
        var holder = await house.Db(db => db.Set<PostHolding>().Where(holding => holding.PostId == adhikari).Select(holding => holding.OfficialId).SingleAsync());
        await house.Db(async db =>
        {
            db.Add(new Leave { LeaveId = Guid.CreateVersion7(), OfficialId = holder, FromOn = house.Clock.Today(), UntilOn = house.Clock.Today() });
            await db.Save();
        });
        var gap = Assert.Single(await Empty(), one => one.Post == "gram_panchayat_adhikari");
        Assert.StartsWith("Nobody acts from gram_panchayat_adhikari at the office gp_kesnand today:", CheckPlaces.Line(gap, LanguageCode.English), StringComparison.Ordinal);
        house.Clock.AdvanceDays(1);
        Assert.Empty(await Empty());
    }

    [Fact]
    public void is_told_once_with_all_its_places_and_services()
    {
        var responsible = Made(Places, ("a_tahsil", "a", ["clerk"]));
        var found = CheckPlaces.Find([Service("income", "taluka", "clerk", "tahsildar"), Service("domicile", "taluka", "tahsildar")], responsible);
        Assert.Equal(
        [
            "NoPost a_tahsil tahsildar: a.1 a.2 for income domicile",
            "OutsideKind  : c for income domicile",
            "NoOffice b : b.1 for income domicile",
        ], found.Gaps.Select(gap => $"{gap.Kind} {gap.Where} {gap.Post}: {string.Join(' ', gap.Places)} for {string.Join(' ', gap.Services)}"));
        Assert.Equal((2, 8L, 8L), (found.Services, found.Pairs, found.PairsWithGap));
        Assert.Equal("The office a_tahsil has no tahsildar: 2 places (a.1, a.2), services income, domicile.", CheckPlaces.Line(found.Gaps[0], LanguageCode.English));
    }

    [Fact]
    public void is_none_where_everybody_is_there()
    {
        var found = CheckPlaces.Find([Service("income", "state", "clerk")], Made(Places, ("home", "mh", ["clerk"])));
        Assert.Empty(found.Gaps);
        Assert.Equal((4L, 0L), (found.Pairs, found.PairsWithGap));
    }

    [Fact]
    public void of_a_state_of_forty_five_thousand_places_and_seventy_five_services_is_found_in_a_moment()
    {
        var places = new List<PlaceHistory> { Place("mh", "state", null) };
        for (var taluka = 0; taluka < 360; taluka++) places.Add(Place($"t{taluka}", "taluka", "mh"));
        for (var village = 0; village < 45_000; village++) places.Add(Place($"v{village}", "village", $"t{village % 360}"));
        var responsible = Made(places, [.. Enumerable.Range(0, 359).Select(taluka => ($"o{taluka}", $"t{taluka}", new[] { "clerk", "tahsildar" }))]);
        var services = Enumerable.Range(0, 75).Select(number => Service($"s{number}", number % 3 == 0 ? "village" : "taluka", "clerk", "tahsildar")).ToList();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var found = CheckPlaces.Find(services, responsible);
        Assert.Equal((75L * 45_000, 25L * 45_000 + 50 * 125), (found.Pairs, found.PairsWithGap));
        // A second or two on a quiet machine; what grows with the square of the places would take an hour.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
    }

    [Fact]
    public void is_not_in_the_states_of_this_repository()
    {
        foreach (var state in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "services")))
        {
            var folder = StateFolder.Read(state);
            Assert.Equal("", string.Join('\n', folder.Faults));
            var services = folder.ServiceFiles.Select(file => CheckServices.Checked(File.ReadAllText(file), file, folder).Value).ToList();
            Assert.Empty(CheckPlaces.Find(services, folder.Responsible).Gaps.Select(gap => CheckPlaces.Line(gap, LanguageCode.English)));
        }
    }
}
