namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>
/// Which parts of a comparison stand against a value written out: <c>a = "x"</c>, <c>a in ("x", "y")</c>, <c>a between 1
/// and 5</c>, <c>list contains(a, "x")</c>, <c>"x" in a</c>.
/// </summary>
static class ComparedParts
{
    public static IEnumerable<(Node Name, Literal Value)> Of(Node node) => node switch
    {
        Comparison comparison => Against(comparison.Left, comparison.Right).Concat(Against(comparison.Right, comparison.Left)),
        Membership membership => membership.Tests.SelectMany(test => Against(membership.Sought, test.Against).Concat(Against(test.Against, membership.Sought))),
        Between between => Against(between.Sought, between.Low).Concat(Against(between.Sought, between.High)),
        Call { Name: "list contains", Arguments: [var list, var element] } => Against(list.Value, element.Value),
        _ => [],
    };

    static IEnumerable<(Node, Literal)> Against(Node name, Node value) => name is Name or Member ? Written(value).Select(literal => (name, literal)) : [];

    /// <summary>The values of a part that is all written out; none when any of it is not.</summary>
    static IEnumerable<Literal> Written(Node value) => value switch
    {
        Literal literal => [literal],
        ListLiteral or RangeLiteral when value.Parts.All(part => part is Literal) => value.Parts.OfType<Literal>(),
        _ => [],
    };
}
