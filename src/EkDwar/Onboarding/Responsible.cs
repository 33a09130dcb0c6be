using System.Collections.Concurrent;
using EkDwar.Catalogue;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>Why somebody who lives in a place has nobody for a service.</summary>
public enum GapKind
{
    /// <summary>The place lies in none of the kind that is served, and nobody acts for that kind.</summary>
    OutsideKind,

    /// <summary>The place of that kind in which it lies has no office.</summary>
    NoOffice,

    /// <summary>The office has not a post that the service needs.</summary>
    NoPost,

    /// <summary>It has the post, and today nobody acts from it: no holder who is there, no charge, no senior.</summary>
    NoHolder,
}

/// <summary>A post that a service needs at each of its offices, and where its file says so.</summary>
public sealed record NeededPost(object Owner, string Key, string Designation);

/// <summary>Places in which nobody is there for a service, for one and the same reason.</summary>
/// <param name="Where">the office without the post, or the place without an office; empty for places outside the kind</param>
/// <param name="Post">the post that is missing, or null</param>
/// <param name="Places">those that can be chosen there, by their codes</param>
public sealed record ServiceGap(GapKind Kind, string Where, NeededPost? Post, IReadOnlyList<string> Places);

/// <summary>
/// Who is there for the applicants of a state's services, wherever they live: whether each place a service lets one choose has
/// an office, that office the posts of the service's stages, and, where that is known, each post somebody who acts from it. It
/// asks no database.
/// </summary>
/// <param name="unmanned">by office, the posts from which nobody acts; null of files, which say nothing of a day</param>
public sealed class Responsible(PlaceDay day, IReadOnlyDictionary<string, IReadOnlySet<string>> posts, IReadOnlyDictionary<string, IReadOnlySet<string>>? unmanned = null)
{
    readonly ConcurrentDictionary<(string Within, string Kind, string Served), Reach> reaches = new();
    readonly Lazy<IReadOnlyList<string>> kinds = new(() => [.. day.Codes.Select(day.KindOf).Distinct()]);
    readonly Lazy<IReadOnlyList<string>> designations = new(() => [.. posts.Values.SelectMany(post => post).Distinct()]);

    /// <summary>Of the places that can be chosen: which office each has, and which have none, by the place that should have it.</summary>
    sealed record Reach(IReadOnlyList<IGrouping<(string Code, string Kind), string>> Offices, IReadOnlyList<IGrouping<string, string>> Without);

    public static Responsible Of(StatePlaces places) => new(places.Tree().On(DateOnly.MaxValue), places.Offices.GroupBy(office => office.Code)
        .ToDictionary(office => office.Key, office => (IReadOnlySet<string>)office.SelectMany(one => one.Posts).Select(post => post.Designation).ToHashSet()));

    public PlaceDay Day => day;

    /// <summary>The kinds of place there are.</summary>
    public IReadOnlyList<string> Kinds => kinds.Value;

    /// <summary>The posts there are in any office.</summary>
    public IReadOnlyList<string> Designations => designations.Value;

    public IReadOnlySet<string> PostsOf(string office) => posts[office];

    /// <summary>The codes of the places a question lets one choose.</summary>
    public IEnumerable<string> Choices(Question question) => Choices(question.Within, question.PlaceKind);

    IEnumerable<string> Choices(string within, string kind) => day.Within(within).Where(place => !place.IsOver && (kind == "" || place.Kind == kind)).Select(place => place.Code);

    /// <summary>In which places nobody is there for a service; none where its office does not depend on a place.</summary>
    public IReadOnlyList<ServiceGap> Gaps(ServiceDefinition service)
    {
        if (service.Questions.Find(question => question.Id == service.ServedBy.Question) is not { Type: "place" } asked) return [];
        var reach = reaches.GetOrAdd((asked.Within, asked.PlaceKind, string.Join(' ', service.ServedBy.PlaceKind)), key => Find(key.Within, key.Kind, key.Served.Split(' ')));
        var gaps = reach.Without.Select(one => new ServiceGap(one.Key == "" ? GapKind.OutsideKind : GapKind.NoOffice, one.Key, null, [.. one])).ToList();
        // Each body needs its own posts and nobody else's.
        var needed = service.ServedBy.PlaceKind.Distinct().ToDictionary(kind => kind, kind => Needed(service, kind).ToList());
        foreach (var office in reach.Offices)
            gaps.AddRange(needed[office.Key.Kind].Where(post => !PostsOf(office.Key.Code).Contains(post.Designation)).Select(post => new ServiceGap(GapKind.NoPost, office.Key.Code, post, [.. office])));
        if (unmanned is null) return gaps;
        foreach (var office in reach.Offices)
            if (unmanned.TryGetValue(office.Key.Code, out var empty))
                gaps.AddRange(needed[office.Key.Kind].Where(post => empty.Contains(post.Designation)).Select(post => new ServiceGap(GapKind.NoHolder, office.Key.Code, post, [.. office])));
        return gaps;
    }

    /// <summary>For a body of this kind: the post of each of its stages, who takes its fees, and whoever may be the designated officer there.</summary>
    static IEnumerable<NeededPost> Needed(ServiceDefinition service, string kind)
    {
        foreach (var stage in service.Stages.Where(stage => stage.Post != "" && stage.Bodies.Cover(kind))) yield return new(stage, "post", stage.Post);
        if (service.Fee.Cashier != "") yield return new(service.Fee, "cashier", service.Fee.Cashier);
        foreach (var need in (service.Sanction?.Instalments ?? []).Select(part => part.Needs).OfType<InstalmentNeed>().Where(need => need.Post != "")) yield return new(need, "post", need.Post);
        if (service.Officers.Officers.Designated != "") yield return new(service.Officers, "designated", service.Officers.Officers.Designated);
        foreach (var slab in service.Officers.Slabs.Where(slab => slab.Officers.Designated != "" && slab.Bodies.Cover(kind))) yield return new(slab, "designated", slab.Officers.Designated);
    }

    Reach Find(string within, string kind, string[] served)
    {
        var found = Choices(within, kind).Select(place => (Place: place, Office: day.Serving(place, served)?.Code, Kind: day.KindServing(place, served))).ToList();
        return new([.. found.Where(one => one.Office is not null).GroupBy(one => (one.Office!, one.Kind!), one => one.Place)],
            [.. found.Where(one => one.Office is null).GroupBy(one => ServedIn(one.Place, served), one => one.Place)]);
    }

    /// <summary>The nearest place of one of these kinds in which this one lies, itself included; empty when in none.</summary>
    string ServedIn(string place, string[] kinds) => day.LiesIn(place).Prepend(place).FirstOrDefault(at => day.Has(at) && kinds.Contains(day.KindOf(at))) ?? "";
}
