namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>
/// Finds divisions by what may be zero. A divisor is safe when it is a number other than zero, written out, or when the
/// division stands in the <c>then</c> of an <c>if</c> whose condition, or one of the parts it joins by <c>and</c>, says
/// <c>divisor != 0</c>, <c>divisor &gt; n</c> or <c>divisor &gt;= n</c> for a fitting number; the divisor in the same words.
/// What a name holds is not looked into: this finds too much rather than too little.
/// </summary>
sealed class OpenDivisions(string text)
{
    readonly List<int> found = [];

    /// <summary>Where each of them starts in the text.</summary>
    public static IReadOnlyList<int> In(Node root, string text)
    {
        var divisions = new OpenDivisions(text);
        divisions.Visit(root, []);
        return divisions.found;
    }

    void Visit(Node node, HashSet<string> guarded)
    {
        if (Divisor(node) is { } divisor && !IsOther(divisor) && !guarded.Contains(Words(divisor))) found.Add(node.At.Start);
        if (node is Conditional conditional)
        {
            Visit(conditional.Condition, guarded);
            Visit(conditional.Then, [.. guarded, .. Guards(conditional.Condition)]);
            Visit(conditional.Otherwise, guarded);
        }
        else foreach (var part in node.Parts) Visit(part, guarded);
    }

    static Node? Divisor(Node node) => node switch
    {
        Operation { Symbol: "/" } division => division.Right,
        // A negative power is a division; one written out as a number from 0 on is none.
        Operation { Symbol: "**" } power when power.Right is not Literal { Written: >= 0m } => power.Parts.First(),
        Call { Name: "modulo" } modulo => modulo.Parts.ElementAtOrDefault(1),
        _ => null,
    };

    static bool IsOther(Node divisor) => divisor is Literal { Written: decimal number } ? number != 0
        : divisor is Negation negation ? IsOther(negation.Parts.First())
        : divisor is Literal { Written: TimeSpan span } ? span != TimeSpan.Zero
        : divisor is Literal { Written: Values.Months months } && months.Count != 0;

    IEnumerable<string> Guards(Node condition) => condition switch
    {
        Logic { IsAnd: true } both => both.Parts.SelectMany(Guards),
        Comparison { Right: Literal { Written: decimal bound } } comparison when KeepsFromZero(comparison.Symbol, bound) => [Words(comparison.Left)],
        _ => [],
    };

    static bool KeepsFromZero(string symbol, decimal bound) => symbol switch
    {
        "!=" => bound == 0,
        ">" => bound >= 0,
        ">=" => bound > 0,
        "<" => bound <= 0,
        "<=" => bound < 0,
        "=" => bound != 0,
        _ => false,
    };

    string Words(Node node) => string.Concat(node.At.In(text).Where(letter => !char.IsWhiteSpace(letter)));
}
