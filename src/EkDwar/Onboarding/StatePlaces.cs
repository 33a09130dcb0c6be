using EkDwar.Foundation;
using EkDwar.Foundation.Languages;

namespace EkDwar.Onboarding;

/// <summary>A state's places, offices, posts and demo officials, as its places.yaml has them.</summary>
public sealed class StatePlaces
{
    public string Note { get; init; } = "";
    public List<PlaceRow> Places { get; init; } = [];
    public List<OfficeRow> Offices { get; init; } = [];
    public List<OfficialRow> Officials { get; init; } = [];

    /// <summary>Everything named must be in the file, once. Throws <see cref="CannotStart"/> that names what is not.</summary>
    public void Check(string file)
    {
        var places = Once(file, Places.Select(place => place.Code));
        Once(file, Offices.Select(office => office.Code));
        var posts = Once(file, Offices.SelectMany(office => office.Posts.Select(post => $"{office.Code}/{post.Designation}")));
        Once(file, Officials.Select(official => official.Login));
        Known(file, places, Places.Select(place => place.Parent).OfType<string>().Concat(Offices.Select(office => office.Place)));
        Known(file, posts, Officials.SelectMany(official => official.Holds));
    }

    static HashSet<string> Once(string file, IEnumerable<string> names)
    {
        var once = new HashSet<string>();
        foreach (var name in names)
            if (!once.Add(name)) throw new CannotStart("onboarding.places_twice", ("file", file), ("name", name));
        return once;
    }

    static void Known(string file, HashSet<string> known, IEnumerable<string> named)
    {
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new CannotStart("onboarding.places_unknown", ("file", file), ("name", unknown));
    }
}

public sealed class PlaceRow
{
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Parent { get; init; }
    public LocalText Names { get; init; } = [];
    public string? CensusCode { get; init; }
}

public sealed class OfficeRow
{
    public string Code { get; init; } = "";
    public string Place { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public List<PostRow> Posts { get; init; } = [];
}

public sealed class PostRow
{
    public string Designation { get; init; } = "";
    public LocalText Names { get; init; } = [];
}

public sealed class OfficialRow
{
    public string Login { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Posts as office/designation.</summary>
    public List<string> Holds { get; init; } = [];
}
