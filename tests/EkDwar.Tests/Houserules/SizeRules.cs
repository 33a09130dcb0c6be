using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>How large a file, a method and a list of constructor parameters may be. Lines are counted without the comment above.</summary>
static class SizeRules
{
    public const int FileLimit = 300, FileUsual = 200, FileMedian = 45, MethodLimit = 60, MethodUsual = 40, ParameterLimit = 5;

    public static IEnumerable<string> LongFiles(IReadOnlyList<SourceFile> files) =>
        files.Where(file => file.Lines > FileLimit).Select(file => file.Path);

    public static IEnumerable<string> LongMethods(IReadOnlyList<SourceFile> files) =>
        Methods(files).Where(method => method.Lines > MethodLimit).Select(method => method.Name);

    public static IEnumerable<string> WideConstructors(IReadOnlyList<SourceFile> files) =>
        from file in files
        from type in file.Nodes<TypeDeclarationSyntax>()
        // A positional record is data, not something that is handed its tools.
        where type is not RecordDeclarationSyntax
        let own = type.Members.OfType<ConstructorDeclarationSyntax>().Select(made => made.ParameterList.Parameters.Count)
        where own.Append(type.ParameterList?.Parameters.Count ?? 0).Max() > ParameterLimit
        select $"{file.Path} {type.Identifier.Text}";

    /// <summary>Of all files, the share of those of usual size, in per cent.</summary>
    public static double UsualFiles(IReadOnlyList<SourceFile> files) => Share([.. files.Select(file => file.Lines)], FileUsual);

    public static double UsualMethods(IReadOnlyList<SourceFile> files) => Share([.. Methods(files).Select(method => method.Lines)], MethodUsual);

    public static int MedianFile(IReadOnlyList<SourceFile> files)
    {
        var sizes = files.Select(file => file.Lines).Order().ToList();
        return sizes[sizes.Count / 2];
    }

    static double Share(List<int> sizes, int usual) => 100.0 * sizes.Count(size => size <= usual) / sizes.Count;

    static IEnumerable<(string Name, int Lines)> Methods(IReadOnlyList<SourceFile> files) =>
        from file in files
        from node in file.Nodes<SyntaxNode>()
        let name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax made => made.Identifier.Text,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            OperatorDeclarationSyntax => "operator",
            _ => null,
        }
        where name is not null
        let span = node.SyntaxTree.GetLineSpan(node.Span)
        select ($"{file.Path} {name}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
}
