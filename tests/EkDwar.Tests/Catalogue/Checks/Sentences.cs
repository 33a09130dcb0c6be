using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>
/// The sentences an expression can come to, as its file of source shows: both sides of a condition, what a variable, a
/// constant or a short method of the file holds, what the file's callers give a parameter. What it does not show is …
/// </summary>
sealed class Sentences(CompilationUnitSyntax file)
{
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

    IEnumerable<string> Given(Declared method, int parameter, int depth) => file.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression is SimpleNameSyntax called && called.Identifier.Text == method.Name && call.ArgumentList.Arguments.Count == method.Parameters.Count)
        .SelectMany(call => Of(call.ArgumentList.Arguments[parameter].Expression, depth + 1)).Distinct();

    sealed record Declared(string Name, List<string> Parameters, ExpressionSyntax? Body);

    IEnumerable<Declared> Methods() => file.DescendantNodes().Select(Method).OfType<Declared>();

    static Declared? Method(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => new(method.Identifier.Text, Named(method.ParameterList), method.ExpressionBody?.Expression),
        LocalFunctionStatementSyntax local => new(local.Identifier.Text, Named(local.ParameterList), local.ExpressionBody?.Expression),
        _ => null,
    };

    static List<string> Named(ParameterListSyntax list) => [.. list.Parameters.Select(parameter => parameter.Identifier.Text)];
}
