using System.Text.RegularExpressions;
using EkDwar.Cases;

namespace EkDwar.Tests.Houserules;

public partial class The_documents
{
    [Fact]
    public void draw_every_room_on_the_map() => Rules.Hold(MissingRooms(Repository.Text("docs/map.md"), RoomFolders()));

    [Fact]
    public void name_every_room_on_the_first_page() => Rules.Hold(MissingRooms(Repository.Text("README.md"), RoomFolders()));

    /// <summary>A recipe that names what is not there fails when somebody needs it.</summary>
    [Fact]
    public void start_what_is_there()
    {
        var named = Recipes().Matches(Repository.Text("justfile")).Select(match => match.Value).ToList();
        Assert.Contains("bench/run", named);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"justfile: there is no {path}"));
    }

    [GeneratedRegex(@"(?<=\s)[\w.]*/[\w./]*\w")]
    private static partial Regex Recipes();

    [Fact]
    public void tell_of_every_event_of_the_ledger() => Rules.Hold(MissingEvents(Repository.Text("docs/ledger.md"), Enum.GetNames<CaseEvent>()));

    [Fact]
    public void are_caught_when_a_room_or_an_event_is_missing()
    {
        const string planted = "| [Finding](../src/EkDwar/Finding/) | … |\n| `CaseForwarded` | … |\n";
        Assert.Equal(["Applying"], MissingRooms(planted, ["Finding", "Applying"]));
        Assert.Equal(["QueryRaised"], MissingEvents(planted, ["CaseForwarded", "QueryRaised"]));
    }

    static IEnumerable<string> MissingRooms(string map, IEnumerable<string> rooms) =>
        rooms.Where(room => !map.Split('\n').Any(line => line.StartsWith($"| [{room}](", StringComparison.Ordinal)));

    static IEnumerable<string> MissingEvents(string ledger, IEnumerable<string> events) =>
        events.Where(name => !ledger.Split('\n').Any(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal)));

    static IEnumerable<string> RoomFolders() => SourceFile.All.Select(file => file.Room).Where(room => room != "").Distinct();
}

public partial class What_is_committed
{
    static readonly IReadOnlyList<string> Tracked = Repository.Tracked();

    [Fact]
    public void is_no_product_of_a_build() => Assert.DoesNotContain(Tracked, path => Made().IsMatch(path));

    [Fact]
    public void names_no_path_of_a_machine_and_no_registry() => Rules.Hold(
        from path in Tracked
        where IsText(path) && !path.StartsWith("tests/EkDwar.Tests/Houserules/", StringComparison.Ordinal)
        from Match match in Local().Matches(Repository.Text(path))
        select $"{path} {match.Value}");

    [Theory]
    [InlineData("src/EkDwar/obj/project.assets.json")]
    [InlineData("a/node_modules/b.js")]
    [InlineData("data/ekdwar.db")]
    public void is_caught_when_built(string path) => Assert.Matches(Made(), path);

    [Theory]
    [InlineData("see /" + "home/anna/ekdwar")]
    [InlineData("cd /" + "root/ekdwar")]
    [InlineData("C:\\Users\\anna")]
    [InlineData("\"resolved\": \"https://registry.example/a.tgz\"")]
    [InlineData("<add key=\"x\" value=\"https://feed.example/v3/index.json\" />")]
    [InlineData("registry=https://registry.example/")]
    public void is_caught_when_local(string text) => Assert.Matches(Local(), text);

    static bool IsText(string path) => Path.GetExtension(path) is not (".ttf" or ".png" or ".jpg" or ".pdf" or ".ico" or ".woff2" or ".webp");

    [GeneratedRegex("(^|/)(bin|obj|node_modules|TestResults)/|^data/")]
    private static partial Regex Made();

    [GeneratedRegex(@"(?<![\w.~}])(/home/\w+|/root/|/work/)|[A-Z]:\\Users\\|""resolved"": ""http|<add key=""[^""]*"" value=""http|\bregistry=http")]
    private static partial Regex Local();
}
