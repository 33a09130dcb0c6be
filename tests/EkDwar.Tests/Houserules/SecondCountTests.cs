using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>What proves the clock counts by itself: a loop that borrowed from the clock would only prove that the clock agrees with itself.</summary>
public sealed class The_second_way_to_count
{
    static readonly HashSet<string> OfTheClock = [.. SourceFile.All.Where(file => file.Room == "Deadlines").SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text)];

    static IEnumerable<string> Borrowed(SourceFile file) =>
    [
        .. file.Nodes<UsingDirectiveSyntax>().Select(directive => $"{file.Path} {directive}"),
        .. file.Nodes<SimpleNameSyntax>().Select(name => name.Identifier.Text).Where(OfTheClock.Contains).Distinct().Select(name => $"{file.Path} {name}"),
    ];

    [Fact]
    public void uses_nothing_of_the_clock() => Rules.Hold(Borrowed(new("Oracle.cs", Repository.Text("tests/EkDwar.Tests/Deadlines/Oracle.cs"))));

    [Fact]
    public void is_caught_using_it()
    {
        Assert.Contains("Clock", OfTheClock);
        Assert.Equal(["A.cs using EkDwar.Deadlines;", "A.cs Clock"], Borrowed(new("A.cs", "using EkDwar.Deadlines;\nsealed class A { object B => Clock.Run(C); int C; }")));
    }
}
