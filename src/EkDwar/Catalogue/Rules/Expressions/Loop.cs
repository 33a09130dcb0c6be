using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>A variable of a loop and what it runs over: a list, or a range of whole numbers or dates.</summary>
sealed record Iterator(string Variable, Node Domain);

/// <summary>What <c>for</c>, <c>some</c> and <c>every</c> have in common: variables, the later ones seeing the earlier, and a body.</summary>
abstract class Loop(Span at, IReadOnlyList<Iterator> iterators, Node body) : Node(at)
{
    public IReadOnlyList<Iterator> Iterators => iterators;
    public Node Body => body;

    public override IEnumerable<Node> Parts => iterators.Select(iterator => iterator.Domain).Append(body);

    protected override object? Evaluate(Run run, Scope scope)
    {
        var values = new List<object?>();
        return Walk(0, run, scope, values) ? Result(values, run) : null;
    }

    /// <summary>What the body's values, one for each combination, come to.</summary>
    protected abstract object? Result(List<object?> values, Run run);

    bool Walk(int depth, Run run, Scope scope, List<object?> values)
    {
        if (depth == iterators.Count)
        {
            values.Add(body.Value(run, scope));
            return true;
        }
        var domain = iterators[depth].Domain;
        if (Elements(domain.Value(run, scope)) is not { } elements)
        {
            run.Error(domain.At, "a loop runs over a list, or a range of whole numbers or dates");
            return false;
        }
        foreach (var element in elements)
        {
            run.Step();
            if (!Walk(depth + 1, run, scope.With(iterators[depth].Variable, element), values)) return false;
        }
        return true;
    }

    static IEnumerable<object?>? Elements(object? domain) => domain switch
    {
        null => null,
        ValueRange { Low: { Value: decimal low, IsIncluded: true }, High: { Value: decimal high, IsIncluded: true } } =>
            low == decimal.Truncate(low) && high == decimal.Truncate(high) ? Numbers(low, high) : null,
        ValueRange { Low: { Value: DateOnly low, IsIncluded: true }, High: { Value: DateOnly high, IsIncluded: true } } =>
            Numbers(low.DayNumber, high.DayNumber).Select(day => (object?)DateOnly.FromDayNumber((int)(decimal)day!)),
        ValueRange => null,
        _ => Kind.AsList(domain),
    };

    static IEnumerable<object?> Numbers(decimal from, decimal to)
    {
        var step = from <= to ? 1 : -1;
        for (var number = from; ; number += step)
        {
            yield return number;
            if (number == to) yield break;
        }
    }
}

/// <summary><c>for row in rows return row.amount * 2</c></summary>
sealed class Iteration(Span at, IReadOnlyList<Iterator> iterators, Node body) : Loop(at, iterators, body)
{
    protected override object? Result(List<object?> values, Run run) => values;
}

/// <summary><c>some row in rows satisfies …</c>, <c>every …</c>: as <c>or</c> and <c>and</c> over all of them, so false and true when there are none.</summary>
sealed class Quantified(Span at, bool isEvery, IReadOnlyList<Iterator> iterators, Node condition) : Loop(at, iterators, condition)
{
    protected override object? Result(List<object?> values, Run run)
    {
        if (values.Find(value => value is not (null or bool)) is { } wrong) run.Error(Body.At, $"a condition is true or false, not {Kind.Named(wrong)}");
        if (values.Contains(!isEvery)) return !isEvery;
        return values.All(value => value is bool) ? isEvery : null;
    }
}
