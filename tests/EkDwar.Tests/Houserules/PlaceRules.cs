using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Houserules;

/// <summary>What may be named only in certain places: the two engines, the web request, and a use case.</summary>
static partial class PlaceRules
{
    public static IEnumerable<string> EnginesOutsideDatabase(IReadOnlyList<SourceFile> files) =>
        from file in files
        where !file.Path.StartsWith("Foundation/Database/", StringComparison.Ordinal)
        from word in Names(file).Where(name => EngineName().IsMatch(name)).Distinct()
        select $"{file.Path} names {word}";

    public static IEnumerable<string> RequestsOutsidePages(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.IsCode && !MayKnowTheRequest(file)
        from word in Names(file).Where(name => name is "HttpContext" or "IHttpContextAccessor" or "HttpRequest" or "HttpResponse").Distinct()
        select $"{file.Path} names {word}";

    /// <summary>A use case is a class whose Run answers <c>Task&lt;Outcome&lt;…&gt;&gt;</c>; none is given to another.</summary>
    public static IEnumerable<string> UseCasesCallingUseCases(IReadOnlyList<SourceFile> files)
    {
        var useCases = files.SelectMany(file => file.Nodes<ClassDeclarationSyntax>()).Where(IsUseCase).ToList();
        var names = useCases.Select(useCase => useCase.Identifier.Text).ToHashSet();
        return from useCase in useCases
               from given in Given(useCase)
               from name in given.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(identifier => identifier.Identifier.Text)
               where names.Contains(name)
               select $"{useCase.Identifier.Text} is given {name}";
    }

    static bool IsUseCase(ClassDeclarationSyntax type) => type.Members.OfType<MethodDeclarationSyntax>()
        .Any(method => method.Identifier.Text == "Run" && method.ReturnType.ToString().StartsWith("Task<Outcome<", StringComparison.Ordinal));

    static IEnumerable<TypeSyntax> Given(ClassDeclarationSyntax type) =>
        (type.ParameterList?.Parameters ?? []).Concat(type.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(made => made.ParameterList.Parameters))
        .Select(parameter => parameter.Type).OfType<TypeSyntax>();

    static bool MayKnowTheRequest(SourceFile file) =>
        file.IsPage || file.Room is "Design" or "Channels" || file.Path.StartsWith("Foundation/Web/", StringComparison.Ordinal)
        || file.Path.EndsWith("Endpoints.cs", StringComparison.Ordinal) || file.Path.EndsWith("Setup.cs", StringComparison.Ordinal);

    static IEnumerable<string> Names(SourceFile file) => file.IsMarkup
        ? Word().Matches(file.Text).Select(match => match.Value)
        : file.Nodes<SimpleNameSyntax>().Select(name => name.Identifier.Text)
            .Concat(file.Nodes<UsingDirectiveSyntax>().Select(used => used.NamespaceOrType.ToString()));

    [GeneratedRegex("^(Npgsql|Postgres(Exception|ErrorCodes)|UseNpgsql|UseSqlite|Sqlite(Connection|Exception|Command|Transaction|Parameter))|^Microsoft.Data.Sqlite")]
    private static partial Regex EngineName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
