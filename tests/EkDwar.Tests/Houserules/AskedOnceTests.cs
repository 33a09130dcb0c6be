namespace EkDwar.Tests.Houserules;

/// <summary>The folders of tests that ./test asks on SQLite alone, because they open no database.</summary>
public class What_is_asked_on_one_engine
{
    static readonly string[] Openers = ["TestHouse", "TestDatabase", "FreshDatabase", "ServedProcess"];

    public static TheoryData<string> Folders() => [.. Repository.Text("test").Split('\n')
        .Single(line => line.StartsWith("without_database=", StringComparison.Ordinal)).Split('"')[1].Split(' ')];

    [Theory, MemberData(nameof(Folders))]
    public void opens_no_database(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests/EkDwar.Tests", folder.Replace('.', '/')), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !file.EndsWith("AskedOnceTests.cs", StringComparison.Ordinal) && Opens(File.ReadAllText(file)));
    }

    [Fact]
    public void would_be_seen_if_it_did() => Assert.True(Opens("await using var house = await TestHouse.Open();"));

    static bool Opens(string text) => Openers.Any(opener => text.Contains(opener, StringComparison.Ordinal));
}
