using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>
/// Rows that are cut off after so many come in an order, or nobody knows which of them were cut. Those that are only counted
/// need none; the engine's own warning knows no difference and is off.
/// </summary>
public sealed class Rows_that_are_cut_off
{
    [Fact]
    public void come_in_an_order() => Rules.Hold(Unordered(SourceFile.All), Excused);

    // Whether there are two names or one; and what the lines after it only count.
    static readonly string[] Excused = ["Places/PostDirectory.cs cuts rows off in no order: (", "Processing/Inboxes/DeskCounts.cs cuts rows off in no order: some.Of(db.Set<WorkItem>(), postId, today).Take"];

    [Theory]
    [InlineData("class A { object B() => db.Set<Case>().Where(c => c.IsOpen).Take(5).ToListAsync(); }", true)]
    [InlineData("class A { object B() { return (from c in db.Set<Case>() select c).Skip(5).ToListAsync(); } }", true)]
    [InlineData("class A { object B() => db.Set<Case>().OrderBy(c => c.CaseId).Take(5).ToListAsync(); }", false)]
    [InlineData("class A { object B() => (from c in db.Set<Case>() orderby c.CaseId select c).Take(5).ToListAsync(); }", false)]
    [InlineData("class A { object B() => db.Set<Case>().Take(5).CountAsync(); }", false)]
    [InlineData("class A { object B() => words.Take(5).ToList(); }", false)]
    public void are_seen_where_they_do_not(string source, bool isFault) => Assert.Equal(isFault, Unordered([new("Cases/A.cs", source)]).Any());

    static IEnumerable<string> Unordered(IReadOnlyList<SourceFile> files) =>
        from file in files
        from call in file.Nodes<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Take" or "Skip" }
        let whole = call.Ancestors().FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax)?.ToString() ?? ""
        where whole.Contains("db.Set<", StringComparison.Ordinal) && !whole.Contains("rderBy", StringComparison.Ordinal) && !whole.Contains("orderby", StringComparison.Ordinal)
        where call.Parent is not MemberAccessExpressionSyntax { Name.Identifier.Text: "CountAsync" or "Count" }
        select $"{file.Path} cuts rows off in no order: {call.Expression.ToString().Split('\n')[0]}";
}
