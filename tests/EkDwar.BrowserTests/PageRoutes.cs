using System.Text.RegularExpressions;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Houserules;

namespace EkDwar.BrowserTests;

/// <summary>Every route that a page of the house declares, held against the addresses that were looked at: a page nobody looks at is a fault here.</summary>
static partial class PageRoutes
{
    /// <summary>Routes that show no page of their own, and why.</summary>
    static readonly Dictionary<string, string> Passed = new()
    {
        ["/{state}/{lang}/apply/{service}"] = "leads on to the question that is next",
        ["/desk/sign-on/{state}/back"] = "leads on to the page of the state's sign-on",
        ["/desk/{lang}/sign-out"] = "leads on to the page of signing in",
        ["/problem/{status:int}"] = "is shown under the address that was asked for: no such page, no such case",
    };

    public static IReadOnlyList<string> OfTheHouse() =>
    [
        .. Repository.Walk(Path.Combine(Repository.Root, "src/EkDwar")).Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(file => Declared().Match(Repository.Text(file))).Where(found => found.Success).Select(found => found.Groups[1].Value),
    ];

    public static IEnumerable<string> Unseen(IEnumerable<string> routes, IReadOnlyCollection<string> seen)
    {
        var all = routes.ToList();
        // Where an address fits two routes, the one with fewer places left open is meant, as in the house.
        var reached = seen.Select(address => all.Where(route => Fits(route, address)).MinBy(route => route.Count(letter => letter == '{'))).ToHashSet();
        return all.Where(route => !reached.Contains(route) && !Passed.ContainsKey(route)).Select(route => $"no kind of page reaches {route}")
            .Concat(Passed.Keys.Except(all).Select(route => $"there is no page {route} to pass over"));
    }

    static bool Fits(string route, string address) =>
        Regex.IsMatch(address, "^" + Hole().Replace(Regex.Escape(route).Replace("\\{", "{"), "[^/]+") + "$");

    /// <summary>The types of question of which no page is looked at.</summary>
    public static IEnumerable<string> UnaskedTypes(IEnumerable<string> asked) => QuestionType.Known.Except(asked).Select(type => $"no question of type {type} is looked at");

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
