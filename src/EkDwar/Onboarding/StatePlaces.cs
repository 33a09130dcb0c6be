using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>A state's places, offices, posts and demo officials, as its places.yaml has them, with the places of the table beside it.</summary>
public sealed class StatePlaces
{
    public string Note { get; init; } = "";
    public List<PlaceRow> Places { get; init; } = [];
    public List<PostSet> PostSets { get; init; } = [];
    public List<OfficeRow> Offices { get; init; } = [];
    public List<OfficialRow> Officials { get; init; } = [];

    /// <summary>The file and the table beside it, if there is one; null places, and why, where one of them is broken.</summary>
    public static (StatePlaces? Places, IReadOnlyList<FileFault> Faults) Open(string file)
    {
        var sheet = Sheets.Open<StatePlaces>(file, Sheets.Named(file));
        if (!sheet.IsReadable) return (null, sheet.Faults.All);
        var beside = Path.ChangeExtension(file, ".csv");
        var table = PlacesTable.Read(File.Exists(beside) ? File.ReadAllBytes(beside) : "code"u8, Sheets.Named(beside));
        PlacesCheck.Run(sheet, table);
        var places = sheet.Value;
        places.Places.AddRange(table.Rows);
        places.FillIn();
        return (sheet.Faults.Any || table.Faults.Count > 0 ? null : places, [.. sheet.Faults.All, .. table.Faults]);
    }

    /// <summary>Gives each office of a set the posts of it, with the office's place in their names; and of a designation with several posts each of them, with the desk they share.</summary>
    void FillIn()
    {
        var names = Places.GroupBy(place => place.Code).ToDictionary(same => same.Key, same => same.Last().Names);
        foreach (var office in Offices.Where(office => office.PostsOf.Length > 0))
            if (PostSets.Find(set => set.Code == office.PostsOf) is { } set && names.TryGetValue(office.Place, out var place))
                office.Posts.AddRange(set.Posts.Select(post => new PostRow { Designation = post.Designation, Names = In(post.Names, place) }));
        foreach (var office in Offices)
            foreach (var several in office.Several)
                if (office.Posts.Find(post => post.Designation == several.Designation) is { } one)
                {
                    var at = office.Posts.IndexOf(one);
                    office.Posts.RemoveAt(at);
                    office.Posts.InsertRange(at, Enumerable.Range(Post.Shared, several.Posts + 1).Select(number => one.As(number)));
                }
    }

    static LocalText In(LocalText names, LocalText place)
    {
        var filled = new LocalText();
        foreach (var (language, name) in names) filled[language] = name.Replace("{place}", place.In(LanguageCode.Parse(language)), StringComparison.Ordinal);
        return filled;
    }

    /// <summary>As a tree with its offices, before anything of it is in a database.</summary>
    public PlaceTree Tree()
    {
        var plan = PlacesPlan.Of(new([], []), Places, PlaceSpell.AsFarBackAsKnown, Places.Select(place => place.Kind), (_, _, _, _) => { });
        return new(plan.Places.Values, Offices.Select(office => new OfficeSpan(Guid.Empty, office.Code, office.Place, office.ActsFor, office.From ?? PlaceSpell.AsFarBackAsKnown, office.Until)));
    }

    /// <summary>By which it is known whether places say the same as another time.</summary>
    public string PlacesHash()
    {
        var text = new StringBuilder();
        foreach (var place in Places)
            text.Append(place.Code).Append('|').Append(place.Kind).Append('|').Append(place.Parent).Append('|').Append(place.CensusCode).Append('|').Append(place.LgdCode).Append('|')
                .Append(place.Population).Append('|').AppendJoin(',', place.Names).Append('|').Append(place.From).Append('|').Append(place.Until).Append('|').AppendJoin(',', place.CameFrom).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

public sealed class PlaceRow
{
    public string Code { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Parent { get; init; }
    public LocalText Names { get; init; } = [];
    public string? CensusCode { get; init; }
    public string? LgdCode { get; init; }

    /// <summary>How many people were counted there, with year and source; null where the row does not say.</summary>
    public Population? Population { get; init; }

    /// <summary>The day from which the row holds; null for today, or, of a new place, for as far back as anybody knows.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the place.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The codes of the places it came out of.</summary>
    public List<string> CameFrom { get; init; } = [];
}

/// <summary>The posts that every office of a sort has. <c>{place}</c> in a name is the office's place.</summary>
public sealed class PostSet
{
    public string Code { get; init; } = "";
    public List<PostRow> Posts { get; init; } = [];
}

public sealed class OfficeRow
{
    public string Code { get; init; } = "";
    public string Place { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>The set whose posts it has besides its own.</summary>
    public string PostsOf { get; init; } = "";

    /// <summary>Kinds of place below its own for which it acts where one has no office of its own.</summary>
    public List<string> ActsFor { get; init; } = [];
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public List<PostRow> Posts { get; init; } = [];

    /// <summary>Of which designations it has several posts.</summary>
    public List<SeveralPosts> Several { get; init; } = [];
}

/// <summary>How many posts of a designation an office has: one where nothing is said. They share a desk on which their work arrives.</summary>
public sealed class SeveralPosts
{
    public const int Most = 99;

    public string Designation { get; init; } = "";
    public int Posts { get; init; }
}

public sealed class PostRow
{
    public string Designation { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>As <see cref="Post.Number"/>.</summary>
    internal int Number { get; init; } = 1;

    /// <summary>By which officials name it: the designation alone, or with its number where it is not the first.</summary>
    internal string Key => KeyOf(Designation, Number);

    internal static string KeyOf(string designation, int number) => number == 1 ? designation : $"{designation}/{number}";

    /// <summary>One of several posts: its number stands before the comma that a place follows. The desk they share has none.</summary>
    internal PostRow As(int number)
    {
        var names = new LocalText();
        foreach (var (language, name) in Names)
        {
            var parts = name.Split(", ", 2);
            parts[0] += number == Post.Shared ? "" : $" {number}";
            names[language] = string.Join(", ", parts);
        }
        return new() { Designation = Designation, Names = names, Number = number };
    }
}

public sealed class OfficialRow
{
    public string Login { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Posts as office/designation, or office/designation/2 for the second of several.</summary>
    public List<string> Holds { get; init; } = [];

    /// <summary>Posts she has additional charge of until further orders.</summary>
    public List<string> InChargeOf { get; init; } = [];

    /// <summary>How many days of leave begin as she comes in; none when 0.</summary>
    public int LeaveDays { get; init; }
}
