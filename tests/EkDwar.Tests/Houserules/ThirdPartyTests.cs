using System.Text.Json;
using System.Text.RegularExpressions;

namespace EkDwar.Tests.Houserules;

/// <summary>THIRD-PARTY.md names every package that the lock files bring, and none that they do not.</summary>
public sealed partial class What_is_used_of_others
{
    [Fact]
    public void is_named_with_its_licence()
    {
        var locked = Repository.Tracked().Where(path => Path.GetFileName(path) is "packages.lock.json" or "package-lock.json").SelectMany(path => Locked(Repository.Text(path))).ToHashSet();
        Assert.Contains("YamlDotNet", locked);
        Assert.Contains("govuk-frontend", locked);
        Rules.Hold(Differences(Repository.Text("THIRD-PARTY.md"), locked));
    }

    [Fact]
    public void is_caught_when_it_is_not_named_or_gone()
    {
        const string planted = "## Shipped\n| A.One, .Two (a note, with a comma) | MIT |\n| A.Three.* | MIT |\n| Gone | MIT |\n| Unlicensed | |\n";
        Assert.Equal(["New is not named", "Unlicensed has no licence", "Gone is in no lock file"], Differences(planted, ["A.One", "A.Two", "A.Three.Part", "New", "Unlicensed"]));
        Assert.Equal(["A.One"], Locked("""{"version": 2, "dependencies": {"net10.0": {"A.One": {"type": "Transitive"}, "ours": {"type": "Project"}}}}"""));
        Assert.Equal(["@a/b", "c"], Locked("""{"packages": {"": {}, "node_modules/@a/b": {}, "node_modules/@a/b/node_modules/c": {}}}"""));
    }

    static IEnumerable<string> Differences(string document, IReadOnlyCollection<string> locked)
    {
        var named = Rows(document[document.IndexOf("## Shipped", StringComparison.Ordinal)..]).ToList();
        bool Means(string name, string package) => name.EndsWith(".*", StringComparison.Ordinal) || name.EndsWith("-*", StringComparison.Ordinal) ? package.StartsWith(name[..^1], StringComparison.Ordinal) : name == package;
        foreach (var package in locked.Where(package => !named.Exists(row => row.Names.Any(name => Means(name, package))))) yield return $"{package} is not named";
        foreach (var row in named.Where(row => row.Licence.Length == 0)) yield return $"{row.Written} has no licence";
        foreach (var row in named.Where(row => !row.Names.Any(name => locked.Any(package => Means(name, package))))) yield return $"{row.Written} is in no lock file";
    }

    /// <summary>Each name of a table's first column, with what it may stand for: ".Two" after "A.One" is A.One.Two or A.Two.</summary>
    static IEnumerable<(string Written, IReadOnlyList<string> Names, string Licence)> Rows(string text)
    {
        foreach (var cells in text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal)).Select(line => line.Split('|')))
        {
            var before = "";
            foreach (var written in Aside().Replace(cells[1], "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (written, written[0] == '.' ? [before + written, before[..Math.Max(0, before.LastIndexOf('.'))] + written] : [written], cells[2].Trim());
                if (written[0] != '.') before = written;
            }
        }
    }

    static IEnumerable<string> Locked(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("packages", out var npm)) return [.. npm.EnumerateObject().Where(entry => entry.Name.Length > 0).Select(entry => entry.Name[(entry.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + 13)..])];
        return [.. document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name)];
    }

    [GeneratedRegex(@"\([^()]*\)|;.*")]
    private static partial Regex Aside();
}
