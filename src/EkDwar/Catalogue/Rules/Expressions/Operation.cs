using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary><c>+ - * / **</c></summary>
sealed class Operation(Span at, string symbol, Node left, Node right) : Node(at)
{
    public string Symbol => symbol;
    public Node Right => right;

    public override IEnumerable<Node> Parts => [left, right];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var (a, b) = (left.Value(run, scope), right.Value(run, scope));
        try
        {
            var result = symbol switch
            {
                "+" => Arithmetic.Add(a, b),
                "-" => Arithmetic.Subtract(a, b),
                "*" => Arithmetic.Multiply(a, b),
                "/" => Arithmetic.Divide(a, b),
                _ => Arithmetic.Power(a, b),
            };
            if (result is string text) run.Characters(text.Length);
            return result == Arithmetic.NoFit ? run.Error(At, NoFit(a, b)) : result;
        }
        catch (DivideByZeroException)
        {
            return run.Error(At, "this divides by zero");
        }
        catch (Exception tooLarge) when (tooLarge is OverflowException or ArgumentOutOfRangeException)
        {
            return run.Error(At, "the result is too large");
        }
    }

    string NoFit(object? a, object? b) => symbol == "**" && a is decimal && b is decimal
        ? $"a power is a whole number from -{Arithmetic.LargestPower} to {Arithmetic.LargestPower}"
        : $"'{symbol}' does not fit {Kind.Named(a)} and {Kind.Named(b)}";
}

/// <summary>The sign before a number or duration. It binds more than <c>**</c>: <c>-3 ** 2</c> is 9.</summary>
sealed class Negation(Span at, Node inner) : Node(at)
{
    public override IEnumerable<Node> Parts => [inner];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var value = inner.Value(run, scope);
        try
        {
            var result = Arithmetic.Negate(value);
            return result == Arithmetic.NoFit ? run.Error(At, $"'-' does not fit {Kind.Named(value)}") : result;
        }
        catch (OverflowException)
        {
            return run.Error(At, "the result is too large");
        }
    }
}

/// <summary>
/// <c>= != &lt; &lt;= &gt; &gt;=</c>. Null is equal to null alone; whether it is less or more is null, and no error: a
/// question may not have been answered yet.
/// </summary>
sealed class Comparison(Span at, string symbol, Node left, Node right) : Node(at)
{
    public string Symbol => symbol;
    public Node Left => left;
    public Node Right => right;

    public override IEnumerable<Node> Parts => [left, right];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var (a, b) = (left.Value(run, scope), right.Value(run, scope));
        if (Holds(symbol, a, b, run) is { } holds) return holds;
        return a is null || b is null ? null : run.Error(At, $"'{symbol}' cannot compare {Kind.Named(a)} with {Kind.Named(b)}");
    }

    /// <summary>Null when the two cannot be compared.</summary>
    public static bool? Holds(string symbol, object? left, object? right, Run run)
    {
        if (symbol is "=" or "!=") return Comparing.AreEqual(left, right, run) is { } equal ? equal == (symbol == "=") : null;
        return Comparing.Order(left, right) is { } order
            ? symbol switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 }
            : null;
    }
}

/// <summary><c>and</c>, <c>or</c>: in three values, where whatever is neither true nor false counts as null.</summary>
sealed class Logic(Span at, bool isAnd, Node left, Node right) : Node(at)
{
    public bool IsAnd => isAnd;

    public override IEnumerable<Node> Parts => [left, right];

    protected override object? Evaluate(Run run, Scope scope)
    {
        // The deciding value is false for "and", true for "or"; once it is met, the rest need not be asked.
        var first = left.Value(run, scope) as bool?;
        if (first == !isAnd) return first;
        var second = right.Value(run, scope) as bool?;
        if (second == !isAnd) return second;
        return first is null || second is null ? null : isAnd;
    }
}

/// <summary><c>if … then … else …</c>: whatever is not true leads to <c>else</c>.</summary>
sealed class Conditional(Span at, Node condition, Node then, Node otherwise) : Node(at)
{
    public Node Condition => condition;
    public Node Then => then;
    public Node Otherwise => otherwise;

    public override IEnumerable<Node> Parts => [condition, then, otherwise];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var decided = condition.Value(run, scope);
        if (decided is not (null or bool)) run.Error(condition.At, $"a condition is true or false, not {Kind.Named(decided)}");
        return (decided is true ? then : otherwise).Value(run, scope);
    }
}
