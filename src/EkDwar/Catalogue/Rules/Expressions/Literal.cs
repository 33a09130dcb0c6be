using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>A value written out: a number, a text, true, false, null, or <c>@"2026-01-31"</c>.</summary>
sealed class Literal(Span at, object? value) : Node(at)
{
    public object? Written { get; } = value;

    protected override object? Evaluate(Run run, Scope scope) => Written;
}

/// <summary>An <c>@"…"</c> that holds no date, time or duration: an error, not a fault of grammar, as DMN has it.</summary>
sealed class WrongLiteral(Span at, string text) : Node(at)
{
    public override string Fault => $"\"{text}\" is no date, time or duration";

    protected override object? Evaluate(Run run, Scope scope) => run.Error(At, Fault);
}

/// <summary><c>[1, 2, 3]</c></summary>
sealed class ListLiteral(Span at, IReadOnlyList<Node> elements) : Node(at)
{
    public override IEnumerable<Node> Parts => elements;

    protected override object? Evaluate(Run run, Scope scope) => elements.Select(element => element.Value(run, scope)).ToList();
}

/// <summary><c>{rate: 5, total: rate * 2}</c>: an entry sees those before it.</summary>
sealed class ContextLiteral(Span at, IReadOnlyList<(string Key, Node Value)> entries) : Node(at)
{
    public IReadOnlyList<(string Key, Node Value)> Entries => entries;

    public override IEnumerable<Node> Parts => entries.Select(entry => entry.Value);

    protected override object? Evaluate(Run run, Scope scope)
    {
        var context = new Context();
        var inside = new Scope(scope, context);
        foreach (var (key, value) in entries) context[key] = value.Value(run, inside);
        return context;
    }
}

/// <summary><c>[1..10)</c>, or with one end only <c>(&lt; 10)</c>.</summary>
sealed class RangeLiteral(Span at, RangeBound? low, RangeBound? high) : Node(at)
{
    public override IEnumerable<Node> Parts
    {
        get
        {
            if (low is not null) yield return low.Value;
            if (high is not null) yield return high.Value;
        }
    }

    protected override object? Evaluate(Run run, Scope scope) => new ValueRange(End(low, run, scope), End(high, run, scope));

    static RangeEnd? End(RangeBound? bound, Run run, Scope scope) => bound is null ? null : new(bound.Value.Value(run, scope), bound.IsIncluded);
}

/// <summary>An end of a range as it is written.</summary>
sealed record RangeBound(Node Value, bool IsIncluded);
