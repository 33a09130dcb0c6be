using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary><c>x in [1..10]</c>, <c>x in ("a", "b")</c>, <c>x in (&lt; 5, &gt; 9)</c>: whether one of the tests holds.</summary>
sealed class Membership(Span at, Node value, IReadOnlyList<Test> tests) : Node(at)
{
    public Node Sought => value;
    public IReadOnlyList<Test> Tests => tests;

    public override IEnumerable<Node> Parts => tests.Select(test => test.Against).Prepend(value);

    protected override object? Evaluate(Run run, Scope scope)
    {
        var sought = value.Value(run, scope);
        foreach (var test in tests)
        {
            var against = test.Against.Value(run, scope);
            var holds = test.Symbol == "" ? IsIn(sought, against, run) : Comparison.Holds(test.Symbol, sought, against, run);
            if (holds is true) return true;
            if (holds is null && tests.Count == 1) return run.Error(At, $"{Kind.Named(sought)} cannot be looked for in {Kind.Named(against)}");
        }
        return false;
    }

    static bool? IsIn(object? sought, object? against, Run run)
    {
        if (against is ValueRange range && sought is not ValueRange) return Comparing.Contains(range, sought);
        if (Comparing.AreEqual(sought, against, run) is true) return true;
        if (against is not IReadOnlyList<object?> list) return Comparing.AreEqual(sought, against, run);
        return list.Any(element => Comparing.AreEqual(sought, element, run) is true || (element is ValueRange inner && Comparing.Contains(inner, sought) is true));
    }
}

/// <summary>One test after <c>in</c>: an operator and what it compares with, or no operator and a value, list or range.</summary>
sealed record Test(string Symbol, Node Against);

/// <summary><c>x between 1 and 10</c>, both ends included.</summary>
sealed class Between(Span at, Node value, Node low, Node high) : Node(at)
{
    public Node Sought => value;
    public Node Low => low;
    public Node High => high;

    public override IEnumerable<Node> Parts => [value, low, high];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var sought = value.Value(run, scope);
        var range = new ValueRange(new(low.Value(run, scope), true), new(high.Value(run, scope), true));
        return Comparing.Contains(range, sought)
            ?? run.Error(At, $"{Kind.Named(sought)} cannot lie between {Kind.Named(range.Low!.Value)} and {Kind.Named(range.High!.Value)}");
    }
}
