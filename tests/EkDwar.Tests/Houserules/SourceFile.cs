using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>One file of the product as the house rules read it. The path counts from src/EkDwar.</summary>
sealed class SourceFile(string path, string text)
{
    readonly Lazy<CompilationUnitSyntax> root = new(() => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());

    /// <summary>Every .cs and .cshtml of the product.</summary>
    public static readonly IReadOnlyList<SourceFile> All = Read();

    public string Path => path;
    public string Text => text;
    public CompilationUnitSyntax Root => root.Value;

    /// <summary>The room the file lies in; empty beside Program.cs.</summary>
    public string Room => path.Contains('/') ? path[..path.IndexOf('/')] : "";
    public bool IsCode => path.EndsWith(".cs", StringComparison.Ordinal);
    public bool IsMarkup => path.EndsWith(".cshtml", StringComparison.Ordinal);
    public bool IsPage => path.EndsWith("Page.cshtml", StringComparison.Ordinal) || path.EndsWith("Page.cshtml.cs", StringComparison.Ordinal);
    public int Lines => text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    public IEnumerable<T> Nodes<T>() => IsCode ? Root.DescendantNodes().OfType<T>() : [];

    static List<SourceFile> Read()
    {
        var product = System.IO.Path.Combine(Repository.Root, "src/EkDwar");
        return
        [
            .. Repository.Walk(product).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
                .Select(file => new SourceFile(file["src/EkDwar/".Length..], Repository.Text(file))),
        ];
    }
}
