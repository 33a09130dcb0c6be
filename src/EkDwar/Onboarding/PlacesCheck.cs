using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding.Importing;
using EkDwar.Places;

namespace EkDwar.Onboarding;

/// <summary>
/// Everything that a state's places.yaml names must be in it or in the table beside it, once: places by code, posts as
/// office/designation, officials by login; and its places must be one tree on every day.
/// </summary>
sealed class PlacesCheck
{
    readonly Sheet<StatePlaces> sheet;
    readonly PlacesTable table;
    readonly HashSet<string> places, offices = [], posts = [], logins = [], sets = [];

    PlacesCheck(Sheet<StatePlaces> sheet, PlacesTable table) =>
        (this.sheet, this.table, places) = (sheet, table, [.. sheet.Value.Places.Concat(table.Rows).Select(place => place.Code)]);

    public static void Run(Sheet<StatePlaces> sheet, PlacesTable table) => new PlacesCheck(sheet, table).Run();

    void Run()
    {
        var rows = sheet.Value;
        Told();
        foreach (var set in rows.PostSets) Once(sets, set, "code", set.Code, set.Code);
        foreach (var office in rows.Offices) Office(office);
        foreach (var official in rows.Officials) Once(logins, official, "login", official.Login, official.Login);
        foreach (var official in rows.Officials)
        {
            ArePosts(official.Holds);
            ArePosts(official.InChargeOf);
            sheet.Needs(official.LeaveDays >= 0, official, "leave_days", "leave has no fewer days than none", "write how many days");
        }
        Fit();
    }

    void ArePosts(List<string> named)
    {
        for (var at = 0; at < named.Count; at++)
            if (!posts.Contains(named[at])) sheet.Faults.Add(sheet.At(named, at), $"{FileFaults.Quote(named[at])} is no post of this file", Mend(named[at], posts));
    }

    /// <summary>A place may have several rows, of different days.</summary>
    void Told()
    {
        var told = new HashSet<string>();
        foreach (var place in sheet.Value.Places)
        {
            Once(told, place, "code", place.Code, place.From is { } from ? $"{place.Code} {from}" : place.Code);
            if (place.Parent is { } parent) IsPlace(place, "parent", parent);
        }
    }

    void Office(OfficeRow office)
    {
        Once(offices, office, "code", office.Code, office.Code);
        IsPlace(office, "place", office.Place);
        foreach (var post in office.Posts) Once(posts, post, "designation", post.Designation, $"{office.Code}/{post.Designation}");
        Posts(office);
        Several(office);
    }

    void Posts(OfficeRow office)
    {
        if (office.PostsOf == "") return;
        if (sheet.Value.PostSets.Find(set => set.Code == office.PostsOf) is not { } set) sheet.Needs(false, office, "posts_of", $"{FileFaults.Quote(office.PostsOf)} is no set of posts of this file", Nearest.Mend(office.PostsOf, sets));
        else foreach (var post in set.Posts) sheet.Needs(posts.Add($"{office.Code}/{post.Designation}"), office, "posts_of", $"the set has {FileFaults.Quote(post.Designation)}, which the office has itself", "take one of the two out");
    }

    /// <summary>Officials may hold each of them.</summary>
    void Several(OfficeRow office)
    {
        foreach (var several in office.Several)
        {
            var post = $"{office.Code}/{several.Designation}";
            if (!sheet.Needs(posts.Contains(post), several, "designation", $"the office has no {FileFaults.Quote(several.Designation)}", Mend(several.Designation, [.. office.Posts.Select(own => own.Designation)]))) continue;
            if (!sheet.Needs(several.Posts is > 1 and <= SeveralPosts.Most, several, "posts", $"several posts are 2 to {SeveralPosts.Most}", "write how many the office has, or take the line out")) continue;
            for (var number = 2; number <= several.Posts; number++)
                sheet.Needs(posts.Add($"{office.Code}/{PostRow.KeyOf(several.Designation, number)}"), several, "designation", $"how many {FileFaults.Quote(several.Designation)} the office has is said twice", "take one of the two out");
        }
    }

    /// <summary>How all rows together fit: asked once each of them is right by itself.</summary>
    void Fit()
    {
        if (sheet.Faults.Any || table.Faults.Count > 0) return;
        var written = sheet.Value.Places.ToHashSet();
        PlacesPlan.Of(new([], []), [.. sheet.Value.Places, .. table.Rows], PlaceSpell.AsFarBackAsKnown, sheet.Value.Places.Select(place => place.Kind), (row, column, problem, mend) =>
        {
            if (written.Contains(row)) sheet.Needs(false, row, column.StartsWith("name_", StringComparison.Ordinal) ? "names" : column, problem, mend);
            else table.Fault(row, column, problem, mend);
        });
    }

    void Once(HashSet<string> known, object row, string key, string said, string whole)
    {
        if (sheet.Needs(said.Length > 0, row, key, $"'{key}' is needed", "add it"))
            sheet.Needs(known.Add(whole), row, key, $"{FileFaults.Quote(whole)} stands here twice", "take one of the two out");
    }

    void IsPlace(object row, string key, string named) => sheet.Needs(places.Contains(named), row, key, $"{FileFaults.Quote(named)} is no place of this file", Mend(named, places));

    // A state has hundreds: all of them would be no help.
    static string Mend(string named, HashSet<string> known) => Nearest.To(named, known) is { } meant ? $"write '{meant}'" : "add it, or mend the name";
}
