using EkDwar.Foundation.Yaml;
using EkDwar.Tests.Houserules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>
/// What the checks of a service's file can say, read from their source with … where something is filled in, and what the
/// tests expect them to say. An expected text belongs to the one message it fits best; one that fits two alike proves neither.
/// </summary>
static class CheckMessages
{
    const char Filled = Sentences.Filled;
    const int FewestLetters = 6;

    /// <summary>By the name of who tells, which argument is the problem.</summary>
    static readonly Dictionary<string, int> Tellers = new() { ["Needs"] = 3, ["Add"] = 1, ["Remark"] = 1, ["Wrong"] = 0, ["wrong"] = 0, ["Fault"] = 0, ["Refused"] = 1, ["At"] = 2 };

    /// <summary>Whoever judges a service's file, and the files of its state by which it is judged: checks, the reader of rules, of files, offices, links, topics, registered words, a state's own files.</summary>
    static readonly string[] Judges =
    [
        "Catalogue/Checks/", "Catalogue/Rules/Rule.cs", "Catalogue/Rules/Parsing/", "Catalogue/Rules/Functions/BuiltIn", "Catalogue/Rules/Expressions/",
        "Catalogue/Texting/RegisterCheck", "Foundation/Yaml/", "Onboarding/CheckServices", "Onboarding/FileTests", "Onboarding/OfficeCheck", "Onboarding/PlacesCheck", "Onboarding/StateFolder", "Places/StateCheck",
    ];

    static readonly List<SourceFile> Sources = [.. SourceFile.All.Where(file => Array.Exists(Judges, judge => file.Path.StartsWith(judge, StringComparison.Ordinal)))];

    /// <summary>Of checks alone: what a reader of files is given elsewhere is the name of a key.</summary>
    static readonly ILookup<string, InvocationExpressionSyntax> Calls = Sentences.Calls(Sources.Where(file => file.Path.StartsWith("Catalogue/Checks/", StringComparison.Ordinal)).Select(file => file.Root));

    public static IReadOnlyList<string> All() => [.. Sources.SelectMany(Of).Distinct()];

    /// <summary>What one file of the source can say.</summary>
    static IEnumerable<string> Of(SourceFile file)
    {
        var sentences = new Sentences(file.Root, Calls);
        return file.Nodes<InvocationExpressionSyntax>().Select(Told).Concat(file.Nodes<BaseObjectCreationExpressionSyntax>().Select(Made))
            .Concat(file.Nodes<TupleExpressionSyntax>().Select(InsteadOf)).Concat(file.Nodes<PropertyDeclarationSyntax>().Where(one => one.Identifier.Text == "Fault").Select(one => one.ExpressionBody?.Expression)).OfType<ExpressionSyntax>()
            .SelectMany(said => sentences.Of(said)).Where(message => message.Count(char.IsLetter) >= FewestLetters);
    }

    public static IReadOnlyList<string> In(string source) => [.. Of(new("Catalogue/Checks/Planted.cs", source))];

    /// <summary>Every sentence in the tests that plant faults.</summary>
    public static IReadOnlyList<string> Expected() => [.. Repository.Walk(Path.Combine(Repository.Root, "tests/EkDwar.Tests"))
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(Repository.Text)
        .Where(text => text.Contains(".Problem", StringComparison.Ordinal) || text.Contains("IsFound(", StringComparison.Ordinal) || text.Contains("RuleFault(", StringComparison.Ordinal))
        .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText))
        .Where(said => said.Length is >= FewestLetters and < 160 && said.Contains(' ') && !said.Contains('¦') && !said.Contains('\n')).Distinct()];

    /// <summary>The messages that no expected text belongs to.</summary>
    public static IReadOnlyList<string> Unplanted(IReadOnlyList<string> messages, IReadOnlyList<string> expected)
    {
        var planted = new HashSet<string>(StringComparer.Ordinal);
        var words = messages.Select(Words).ToList();
        foreach (var said in expected)
        {
            var its = Words(said);
            var fits = messages.Where((_, at) => words[at].Overlaps(its)).Select(message => (Message: message, Letters: Fit(message, said))).Where(fit => fit.Letters >= FewestLetters).ToList();
            if (fits.Count == 0) continue;
            var best = fits.Max(fit => fit.Letters);
            var alike = fits.Where(fit => fit.Letters == best).Select(fit => fit.Message).ToList();
            // Of two, the one it tells whole.
            if (alike.Count > 1) alike = alike.FindAll(message => message.Count(letter => letter != Filled) == best);
            if (alike.Count == 1) planted.Add(alike[0]);
        }
        return [.. messages.Where(message => !planted.Contains(message))];
    }

    static HashSet<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>How many letters of the message a text has, where it can be a part of it; what is filled in may be anything.</summary>
    static int Fit(string message, string said)
    {
        const int No = -1;
        var now = new int[message.Length + 1];
        now[^1] = No;
        foreach (var letter in said)
        {
            var next = Enumerable.Repeat(No, now.Length).ToArray();
            for (var at = 0; at < message.Length; at++)
            {
                if (now[at] == No) continue;
                if (message[at] == Filled) next[at] = Math.Max(next[at], now[at]);
                else if (message[at] == letter) next[at + 1] = Math.Max(next[at + 1], now[at] + 1);
            }
            for (var at = 0; at < message.Length; at++)
                if (message[at] == Filled) next[at + 1] = Math.Max(next[at + 1], next[at]);
            now = next;
        }
        return now.Max();
    }

    static ExpressionSyntax? Told(InvocationExpressionSyntax told)
    {
        var name = told.Expression switch { MemberAccessExpressionSyntax member => member.Name.Identifier.Text, SimpleNameSyntax bare => bare.Identifier.Text, _ => "" };
        return Tellers.TryGetValue(name, out var at) && at < told.ArgumentList.Arguments.Count ? told.ArgumentList.Arguments[at].Expression : null;
    }

    /// <summary>A fault made at a place: its file, the place, the problem, how to mend it.</summary>
    static ExpressionSyntax? Made(BaseObjectCreationExpressionSyntax made) =>
        made.ArgumentList is { Arguments: { Count: >= 4 } arguments } && arguments[1].ToString().StartsWith(nameof(YamlPlace), StringComparison.Ordinal) ? arguments[2].Expression : null;

    /// <summary>Nothing, and why: what a rule calls and there is not.</summary>
    static ExpressionSyntax? InsteadOf(TupleExpressionSyntax pair) =>
        pair.Arguments is [{ Expression: LiteralExpressionSyntax nothing }, var why] && nothing.IsKind(SyntaxKind.NullLiteralExpression) ? why.Expression : null;
}
