using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>How code is written here: names of folders, closed classes, nothing left for later, and text in resources.</summary>
static partial class ShapeRules
{
    static readonly string[] EmptyNames = ["Core", "Common", "Shared", "Helpers", "Utils", "Managers", "Services", "Extensions"];

    public static IEnumerable<string> EmptyFolderNames(IEnumerable<string> paths) =>
        paths.Where(path => path.Split('/')[..^1].Any(EmptyNames.Contains)).Select(path => path[..path.LastIndexOf('/')]).Distinct();

    /// <summary>Classes one could inherit from though nobody meant it.</summary>
    public static IEnumerable<string> OpenClasses(IReadOnlyList<SourceFile> files)
    {
        var types = from file in files
                    from type in file.Nodes<TypeDeclarationSyntax>()
                    where type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword))
                    select (file.Path, Name: type.Identifier.Text, IsClosed: type.Modifiers.Any(IsClosing));
        return types.GroupBy(type => type.Name).Where(parts => !parts.Any(part => part.IsClosed)).Select(parts => $"{parts.First().Path} {parts.Key}");
    }

    public static IEnumerable<string> BlockNamespaces(IReadOnlyList<SourceFile> files) =>
        files.Where(file => file.Nodes<NamespaceDeclarationSyntax>().Any()).Select(file => file.Path);

    public static IEnumerable<string> LeftForLater(IReadOnlyList<SourceFile> files) =>
        from file in files
        from Match match in Later().Matches(file.Text)
        select $"{file.Path} {match.Value}";

    /// <summary>The default written out. C# asks for it on a narrower setter and on a partial method that answers something.</summary>
    public static IEnumerable<string> NeedlessPrivate(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.IsCode
        from token in file.Root.DescendantTokens()
        where token.IsKind(SyntaxKind.PrivateKeyword) && token.Parent is not AccessorDeclarationSyntax
            && !(token.Parent is MemberDeclarationSyntax member && member.Modifiers.Any(other => other.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.ProtectedKeyword))
        select $"{file.Path} line {token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Style and script in a page: the content security policy refuses them.</summary>
    public static IEnumerable<string> InlineStyleOrScript(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.IsMarkup
        from Match match in Inline().Matches(file.Text)
        select $"{file.Path} {match.Value.Trim()}";

    /// <summary>Words in an Indian script; a single letter, as the bound of a range, is no text.</summary>
    public static IEnumerable<string> IndianScriptInCode(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.IsCode && !file.Path.StartsWith("Foundation/Languages/", StringComparison.Ordinal)
        from token in file.Root.DescendantTokens()
        where IndianWord().IsMatch(token.ValueText)
        select $"{file.Path} {token.ValueText}";

    static bool IsClosing(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex("""\s(style|on[a-z]+)\s*=\s*["']|<style\b|<script(?![^>]*\bsrc=)[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("[\u0900-\u0DFF]{2}")]
    private static partial Regex IndianWord();
}
