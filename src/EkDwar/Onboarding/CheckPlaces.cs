using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Onboarding;

/// <summary>Gaps of one reason at one place or office, with the services they stop.</summary>
public sealed record PlaceGap(GapKind Kind, string Where, string? Post, IReadOnlyList<string> Services, IReadOnlyList<string> Places);

/// <summary>What looking for gaps came to: how many services and places were asked, and the gaps, the widest first.</summary>
public sealed record CheckedPlaces(int Services, int Places, long Pairs, long PairsWithGap, IReadOnlyList<PlaceGap> Gaps)
{
    /// <summary>How many services can be asked for in only some of the places of the kind they ask for.</summary>
    public int OnlyInPart { get; init; }
}

/// <summary>Use case: says of every live service in which places nobody is there for it. It changes nothing.</summary>
public sealed class CheckPlaces(EkDwarDb db, PublishedServices services, PlaceTrees trees, Unmanned unmanned)
{
    public async Task<CheckedPlaces> Run(string state)
    {
        var posts = await (from post in db.Set<Post>()
                           join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                           where office.State == state
                           select new { office.Code, post.Designation }).ToListAsync();
        var offices = await db.Set<Office>().Where(office => office.State == state).Select(office => office.Code).ToListAsync();
        var held = posts.ToLookup(post => post.Code, post => post.Designation);
        return Find(await services.Current(state), new(await trees.Today(state), offices.ToDictionary(office => office, office => (IReadOnlySet<string>)held[office].ToHashSet()), await unmanned.Of(state)));
    }

    /// <summary>Every service with every place it lets one choose. Pure.</summary>
    public static CheckedPlaces Find(IReadOnlyList<ServiceDefinition> services, Responsible responsible)
    {
        long pairs = 0, gaping = 0;
        var part = 0;
        var found = new List<(string Service, ServiceGap Gap)>();
        foreach (var service in services)
        {
            if (service.Questions.Find(question => question.Id == service.ServedBy.Question) is not { Type: "place" } asked) continue;
            var choices = responsible.Choices(asked).Count();
            pairs += choices;
            if (choices < responsible.Day.Codes.Count(code => responsible.Day.KindOf(code) == asked.PlaceKind)) part++;
            var gaps = responsible.Gaps(service);
            found.AddRange(gaps.Select(gap => (service.Id, gap)));
            // A place without two posts is one place.
            gaping += gaps.Where(gap => gap.Post is null).Sum(gap => gap.Places.Count) + gaps.Where(gap => gap.Post is not null).DistinctBy(gap => gap.Where).Sum(gap => gap.Places.Count);
        }
        var grouped = from one in found
                      group one by (one.Gap.Kind, one.Gap.Where, one.Gap.Post?.Designation) into alike
                      select new PlaceGap(alike.Key.Kind, alike.Key.Where, alike.Key.Designation, [.. alike.Select(one => one.Service).Distinct()], [.. alike.SelectMany(one => one.Gap.Places).Distinct()]);
        return new(services.Count, responsible.Day.Codes.Count(), pairs, gaping, [.. grouped.OrderByDescending(gap => gap.Places.Count).ThenBy(gap => gap.Where, StringComparer.Ordinal).ThenBy(gap => gap.Post, StringComparer.Ordinal)]) { OnlyInPart = part };
    }

    /// <summary>A gap in one line, naming a few of its services and places and counting the rest.</summary>
    public static string Line(PlaceGap gap, LanguageCode language) => Texts.Get(language, gap.Kind switch
    {
        GapKind.OutsideKind => "onboarding.places.outside",
        GapKind.NoOffice => "onboarding.places.no_office",
        GapKind.NoHolder => "onboarding.places.no_holder",
        _ => "onboarding.places.no_post",
    }, ("where", gap.Where), ("post", gap.Post ?? ""), ("count", $"{gap.Places.Count}"), ("services", Few(gap.Services)), ("places", Few(gap.Places)));

    const int Named = 3;

    static string Few(IReadOnlyList<string> all) => string.Join(", ", all.Take(Named)) + (all.Count > Named ? $" +{all.Count - Named}" : "");
}
