using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>A name: an answer, a variable of a loop, an entry.</summary>
sealed class Name(Span at, string text) : Node(at)
{
    public string Text => text;

    protected override object? Evaluate(Run run, Scope scope) =>
        scope.TryFind(text, out var value) ? value : run.Error(At, $"there is nothing called '{text}'");
}

/// <summary><c>household.head</c>, <c>born_on.year</c>; of a list, the list of what each element has there.</summary>
sealed class Member(Span at, Node source, string name) : Node(at)
{
    public Node Source => source;
    public string Name => name;

    public override IEnumerable<Node> Parts => [source];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var value = source.Value(run, scope);
        if (value is not IReadOnlyList<object?> list) return Of(value, run);
        run.Step(list.Count);
        return list.Select(element => Of(element, run)).ToList();
    }

    object? Of(object? value, Run run)
    {
        // An entry a context lacks is null and no error, as DMN has it; a checker finds the misspelt ones.
        if (value is Context context) return context.GetValueOrDefault(name);
        return (value, name) switch
        {
            (DateOnly date, _) => Of(date.ToDateTime(TimeOnly.MinValue), isWithTime: false, run),
            (DateTime instant, _) => Of(instant, isWithTime: true, run),
            (TimeOnly time, "hour") => (decimal)time.Hour,
            (TimeOnly time, "minute") => (decimal)time.Minute,
            (TimeOnly time, "second") => (decimal)time.Second,
            (TimeSpan span, "days") => (decimal)span.Days,
            (TimeSpan span, "hours") => (decimal)span.Hours,
            (TimeSpan span, "minutes") => (decimal)span.Minutes,
            (TimeSpan span, "seconds") => (decimal)span.Seconds,
            (Months months, "years") => (decimal)months.Years,
            (Months months, "months") => (decimal)(months.Count % 12),
            _ => Missing(value, run),
        };
    }

    object? Of(DateTime instant, bool isWithTime, Run run) => name switch
    {
        "year" => (decimal)instant.Year,
        "month" => (decimal)instant.Month,
        "day" => (decimal)instant.Day,
        // ISO 8601: Monday is 1, Sunday is 7.
        "weekday" => ((int)instant.DayOfWeek + 6) % 7 + 1m,
        "hour" when isWithTime => (decimal)instant.Hour,
        "minute" when isWithTime => (decimal)instant.Minute,
        "second" when isWithTime => (decimal)instant.Second,
        _ => Missing(isWithTime ? instant : DateOnly.FromDateTime(instant), run),
    };

    object? Missing(object? value, Run run) => run.Error(At, $"{Kind.Named(value)} has no '{name}'");
}

/// <summary><c>rows[3]</c>, <c>rows[-1]</c>, <c>rows[amount > 1000]</c>. A number picks one, from 1 on; a condition keeps those for which it is true.</summary>
sealed class Filter(Span at, Node source, Node condition) : Node(at)
{
    public Node Source => source;
    public Node Condition => condition;

    public override IEnumerable<Node> Parts => [source, condition];

    protected override object? Evaluate(Run run, Scope scope)
    {
        var value = source.Value(run, scope);
        // A filter treats null as no list at all, any other single value as a list of one.
        var list = value is null ? [] : Kind.AsList(value);
        if (list.Count == 0) return IsNumber(condition) ? null : new List<object?>();
        var kept = new List<object?>();
        foreach (var item in list)
        {
            switch (condition.Value(run, scope.Within(item)))
            {
                case decimal index: return Pick(list, index);
                case true: kept.Add(item); break;
                case null or false: break;
                case var other: run.Error(condition.At, $"a filter is a condition or a number, not {Kind.Named(other)}"); break;
            }
        }
        return kept;
    }

    static bool IsNumber(Node condition) => condition is Literal { Written: decimal } or Negation;

    static object? Pick(IReadOnlyList<object?> list, decimal index)
    {
        if (index != decimal.Truncate(index) || index == 0 || Math.Abs(index) > list.Count) return null;
        return list[index > 0 ? (int)index - 1 : list.Count + (int)index];
    }
}
