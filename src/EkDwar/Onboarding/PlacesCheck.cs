using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Onboarding;

/// <summary>Everything that a state's places.yaml names must be in it, once: places by code, posts as office/designation, officials by login.</summary>
sealed class PlacesCheck
{
    readonly Sheet<StatePlaces> sheet;
    readonly HashSet<string> places = [], offices = [], posts = [], logins = [];

    PlacesCheck(Sheet<StatePlaces> sheet) => this.sheet = sheet;

    public static void Run(Sheet<StatePlaces> sheet) => new PlacesCheck(sheet).Run();

    void Run()
    {
        var rows = sheet.Value;
        foreach (var place in rows.Places) Once(places, place, "code", place.Code, place.Code);
        foreach (var office in rows.Offices)
        {
            Once(offices, office, "code", office.Code, office.Code);
            foreach (var post in office.Posts) Once(posts, post, "designation", post.Designation, $"{office.Code}/{post.Designation}");
        }
        foreach (var official in rows.Officials) Once(logins, official, "login", official.Login, official.Login);
        foreach (var place in rows.Places) if (place.Parent is { } parent) IsPlace(place, "parent", parent);
        foreach (var office in rows.Offices) IsPlace(office, "place", office.Place);
        foreach (var official in rows.Officials)
        {
            ArePosts(official.Holds);
            ArePosts(official.InChargeOf);
            sheet.Needs(official.LeaveDays >= 0, official, "leave_days", "leave has no fewer days than none", "write how many days");
        }
    }

    void ArePosts(List<string> named)
    {
        for (var at = 0; at < named.Count; at++)
            if (!posts.Contains(named[at])) sheet.Faults.Add(sheet.At(named, at), $"{FileFaults.Quote(named[at])} is no post of this file", Mend(named[at], posts));
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
