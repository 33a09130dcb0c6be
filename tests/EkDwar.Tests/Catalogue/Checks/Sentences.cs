using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>
/// The sentences an expression can come to, as its file of source shows: both sides of a condition, what a variable, a
/// constant or a short method of the file holds, what the file's callers give a parameter, and callers in other files where
/// it can be seen on what they call. What it does not show is …
/// </summary>
/// <param name="elsewhere">Calls in other files, by the name of what is called.</param>
sealed class Sentences(CompilationUnitSyntax file, ILookup<string, InvocationExpressionSyntax> elsewhere)
{
    static readonly ILookup<string, InvocationExpressionSyntax> Nowhere = Array.Empty<InvocationExpressionSyntax>().ToLookup(_ => "");

    public const char Filled = '…';
    const int Deepest = 6;

    /// <summary>None where nothing of it can be seen.</summary>
    public IReadOnlyList<string> Of(ExpressionSyntax said) => [.. Of(said, 0)];

    IEnumerable<string> Of(ExpressionSyntax said, int depth) => depth > Deepest ? [] : said switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression, depth),
        LiteralExpressionSyntax plain when plain.IsKind(SyntaxKind.StringLiteralExpression) => [plain.Token.ValueText],
        ConditionalExpressionSyntax either => Of(either.WhenTrue, depth).Concat(Of(either.WhenFalse, depth)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Of(arm.Expression, depth)),
        InterpolatedStringExpressionSyntax filled => filled.Contents.Aggregate((IEnumerable<string>)[""], (before, part) => Joined(before, Part(part, depth))),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Joined(OrFilled(sum.Left, depth), OrFilled(sum.Right, depth)),
        IdentifierNameSyntax name => Held(name, depth),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call => Methods().Where(method => method.Name == called.Identifier.Text && method.Parameters.Count == call.ArgumentList.Arguments.Count)
            .SelectMany(method => method.Body is { } body ? Of(body, depth + 1) : []),
        _ => [],
    };

    IEnumerable<string> Part(InterpolatedStringContentSyntax part, int depth) => part switch
    {
        InterpolatedStringTextSyntax text => [text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)],
        InterpolationSyntax hole => OrFilled(hole.Expression, depth),
        _ => [],
    };

    IEnumerable<string> OrFilled(ExpressionSyntax said, int depth) => Of(said, depth).ToList() is { Count: > 0 } seen ? seen : [$"{Filled}"];

    static IEnumerable<string> Joined(IEnumerable<string> before, IEnumerable<string> after) => [.. before.SelectMany(_ => after, (left, right) => left + right)];

    /// <summary>What stands behind a name: a parameter, or a variable or constant of the file.</summary>
    IEnumerable<string> Held(IdentifierNameSyntax name, int depth)
    {
        var called = name.Identifier.Text;
        foreach (var inside in name.Ancestors())
        {
            if (Method(inside) is { } method && method.Parameters.FindIndex(parameter => parameter == called) is >= 0 and var at) return Given(method, at, depth);
            if (inside is BlockSyntax or TypeDeclarationSyntax && Variable(inside, called) is { } held) return Of(held, depth + 1);
        }
        return [];
    }

    /// <summary>Of a block its own variables, not those of blocks inside it; of a type its fields.</summary>
    static ExpressionSyntax? Variable(SyntaxNode inside, string called) => inside.ChildNodes().SelectMany(child => child switch
    {
        LocalDeclarationStatementSyntax local => local.Declaration.Variables,
        FieldDeclarationSyntax field => field.Declaration.Variables,
        _ => (IEnumerable<VariableDeclaratorSyntax>)[],
    }).FirstOrDefault(variable => variable.Identifier.Text == called)?.Initializer?.Value ?? Parted(inside, called);

    /// <summary>One of several variables made at once: var (gap, more) = (gaps[0], …).</summary>
    static ExpressionSyntax? Parted(SyntaxNode inside, string called)
    {
        foreach (var made in inside.ChildNodes().OfType<ExpressionStatementSyntax>().Select(line => line.Expression).OfType<AssignmentExpressionSyntax>())
            if (made is { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names }, Right: TupleExpressionSyntax values } && names.Variables.Count == values.Arguments.Count)
                foreach (var (at, name) in names.Variables.Index())
                    if (name is SingleVariableDesignationSyntax one && one.Identifier.Text == called) return values.Arguments[at].Expression;
        return null;
    }

    /// <summary>Calls through a dot, by the name of what is called.</summary>
    public static ILookup<string, InvocationExpressionSyntax> Calls(IEnumerable<CompilationUnitSyntax> files) => files.SelectMany(file => file.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.Expression is MemberAccessExpressionSyntax).ToLookup(call => ((MemberAccessExpressionSyntax)call.Expression).Name.Identifier.Text);

    IEnumerable<string> Given(Declared method, int parameter, int depth) => GivenHere(method, parameter, depth).Concat(GivenElsewhere(method, parameter)).Distinct();

    IEnumerable<string> GivenHere(Declared method, int parameter, int depth) => file.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is SimpleNameSyntax called && called.Identifier.Text == method.Name && call.ArgumentList.Arguments.Count == method.Parameters.Count)
        .SelectMany(call => Of(call.ArgumentList.Arguments[parameter].Expression, depth + 1));

    IEnumerable<string> GivenElsewhere(Declared method, int parameter) =>
        from call in elsewhere[method.Name]
        let there = (CompilationUnitSyntax)call.SyntaxTree.GetRoot()
        where there != file && method.Type is not null && call.ArgumentList.Arguments.Count > parameter && IsOf(((MemberAccessExpressionSyntax)call.Expression).Expression, method.Type, there)
        from said in new Sentences(there, Nowhere).Of(call.ArgumentList.Arguments[parameter].Expression)
        select said;

    /// <summary>Whether it is the type, a new one of it, or what its file declares to hold one.</summary>
    static bool IsOf(ExpressionSyntax called, string type, CompilationUnitSyntax there) => called switch
    {
        ObjectCreationExpressionSyntax made => made.Type.ToString() == type,
        IdentifierNameSyntax name => name.Identifier.Text == type || there.DescendantNodes().Any(node => node switch
        {
            ParameterSyntax given => given.Identifier.Text == name.Identifier.Text && given.Type?.ToString() == type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declared } held => held.Identifier.Text == name.Identifier.Text
                && (declared.Type.ToString() == type || held.Initializer?.Value is ObjectCreationExpressionSyntax made && made.Type.ToString() == type),
            _ => false,
        }),
        _ => false,
    };

    /// <param name="Type">where it is declared; null of a function inside a method</param>
    sealed record Declared(string Name, List<string> Parameters, ExpressionSyntax? Body, string? Type);

    IEnumerable<Declared> Methods() => file.DescendantNodes().Select(Method).OfType<Declared>();

    static Declared? Method(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => new(method.Identifier.Text, Named(method.ParameterList), method.ExpressionBody?.Expression, method.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text),
        LocalFunctionStatementSyntax local => new(local.Identifier.Text, Named(local.ParameterList), local.ExpressionBody?.Expression, null),
        _ => null,
    };

    static List<string> Named(ParameterListSyntax list) => [.. list.Parameters.Select(parameter => parameter.Identifier.Text)];
}
