using System.Reflection;
using EkDwar.Tests.Houserules;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Attacks;

/// <summary>docs/asvs.csv: every requirement of OWASP ASVS 5.0.0 on levels 1 and 2, whether it applies, and which test proves it. The table names nothing that is not there.</summary>
public sealed class The_table_of_ASVS
{
    // Counted in OWASP's own list, 5.0.0: github.com/OWASP/ASVS, 5.0/docs_en.
    const int OfLevelOne = 70, OfLevelTwo = 183, ProvedAtLeast = 120;

    sealed record Row(string Id, string Level, string Requirement, string Applies, string[] Tests, string Reason);

    static readonly List<Row> Rows = [.. Repository.Text("docs/asvs.csv").TrimEnd('\n').Split('\n').Skip(1).Select(Read)];

    static Row Read(string line)
    {
        var cells = line.Split(',');
        Assert.True(cells.Length == 6, line);
        return new(cells[0], cells[1], cells[2], cells[3], cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries), cells[5]);
    }

    /// <summary>Tests of this assembly by reflection, those in a browser by their source: class and method with Fact or Theory, not skipped.</summary>
    static HashSet<string> Tests()
    {
        var here = from type in typeof(The_table_of_ASVS).Assembly.GetTypes()
                   where !type.IsNested
                   from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
                   where method.GetCustomAttributes().OfType<FactAttribute>().Any(fact => fact.Skip is null)
                   select $"{type.Name}.{method.Name}";
        var browser = from file in Repository.Walk(Path.Combine(Repository.Root, "tests/EkDwar.BrowserTests"))
                      where file.EndsWith(".cs", StringComparison.Ordinal)
                      from method in CSharpSyntaxTree.ParseText(Repository.Text(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                      where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => $"{attribute.Name}" is "Fact" or "Theory" && attribute.ArgumentList is null)
                      where method.Parent is ClassDeclarationSyntax
                      select $"{((ClassDeclarationSyntax)method.Parent!).Identifier.Text}.{method.Identifier.Text}";
        return [.. here, .. browser];
    }

    [Fact]
    public void has_each_requirement_of_both_levels_once()
    {
        Assert.Equal((OfLevelOne, OfLevelTwo), (Rows.Count(row => row.Level == "1"), Rows.Count(row => row.Level == "2")));
        Assert.Equal(Rows.Count, Rows.Select(row => row.Id).Distinct().Count());
        Assert.All(Rows, row => Assert.Matches(@"^V\d{1,2}\.\d{1,2}\.\d{1,2}$", row.Id));
        Assert.All(Rows, row => Assert.InRange(row.Requirement.Length, 8, 100));
    }

    [Fact]
    public void names_only_tests_that_exist()
    {
        var tests = Tests();
        Assert.Equal([], Rows.SelectMany(row => row.Tests).Distinct().Where(test => !tests.Contains(test)));
    }

    [Fact]
    public void says_of_each_requirement_by_what_it_is_met_or_why_it_is_not()
    {
        Assert.Equal([], Rows.Where(row => row.Applies is not ("yes" or "no" or "later")).Select(row => row.Id));
        Assert.Equal([], Rows.Where(row => row.Tests.Length == 0 && row.Reason.Length < 5 || row.Applies != "yes" && row.Reason.Length < 5).Select(row => row.Id));
        Assert.True(Rows.Count(row => row.Applies == "yes" && row.Tests.Length > 0) >= ProvedAtLeast, $"{Rows.Count(row => row.Applies == "yes" && row.Tests.Length > 0)} are proved by a test");
    }

    [Fact]
    public void would_notice_a_test_that_is_not_there() => Assert.DoesNotContain("The_table_of_ASVS.is_a_test_nobody_wrote", Tests());
}
