using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>Functions of lists, and of truth values. Of an empty list there is no smallest, largest, sum or mean: null.</summary>
static class ListFunctions
{
    public static readonly Function[] All =
    [
        new("not(negand: boolean?)", given => given[0] is bool truth ? !truth : null),
        new("all(list: list...)", given => AllOrAny(given, isAll: true)),
        new("any(list: list...)", given => AllOrAny(given, isAll: false)),
        new("count(list: list)", given => (decimal)given.List(0).Count),
        new("sum(list: list...)", given => Folded(given, "sum", (total, number) => total + number)),
        new("product(list: list...)", given => Folded(given, "product", (total, number) => total * number)),
        new("mean(list: list...)", given => Folded(given, "mean", (total, number) => total + number) is decimal total ? total / given.List(0).Count : null),
        new("min(list: list...)", given => Extreme(given, "min", isMax: false)),
        new("max(list: list...)", given => Extreme(given, "max", isMax: true)),
        new("list contains(list: list, element: any)", given => given.List(0).Any(element => AreEqual(element, given[1], given))),
        new("distinct values(list: list)", Distinct),
        new("concatenate(list: list, other list: list)", given => given.List(0).Concat(given.List(1)).ToList()),
        new("append(list: list, item: any)", given => given.List(0).Append(given[1]).ToList()),
    ];

    static bool AreEqual(object? left, object? right, Given given) => Comparing.AreEqual(left, right, given.Place.Run) is true;

    /// <summary>Of "all" false decides, of "any" true; what is neither leaves it open.</summary>
    static object? AllOrAny(Given given, bool isAll)
    {
        var list = given.List(0);
        var wrong = list.FirstOrDefault(element => element is not (null or bool));
        if (wrong is not null) return given.Error($"'{(isAll ? "all" : "any")}' wants true or false, not {Kind.Named(wrong)}");
        if (list.Contains(!isAll)) return !isAll;
        return list.Contains(null) ? null : isAll;
    }

    static object? Folded(Given given, string name, Func<decimal, decimal, decimal> add)
    {
        var list = given.List(0);
        var wrong = list.FirstOrDefault(element => element is not decimal, 0m);
        if (wrong is not decimal) return given.Error($"'{name}' wants numbers, not {Kind.Named(wrong)}");
        return list.Count == 0 ? null : list.Skip(1).Aggregate((decimal)list[0]!, (total, number) => add(total, (decimal)number!));
    }

    static object? Extreme(Given given, string name, bool isMax)
    {
        var list = given.List(0);
        if (list.Count == 0) return null;
        var best = list[0];
        foreach (var element in list)
        {
            if (Comparing.Order(element, best) is not { } order) return given.Error($"'{name}' cannot compare {Kind.Named(element)} with {Kind.Named(best)}");
            if (isMax ? order > 0 : order < 0) best = element;
        }
        return best;
    }

    static object? Distinct(Given given)
    {
        var kept = new List<object?>();
        foreach (var element in given.List(0))
            if (!kept.Exists(other => AreEqual(element, other, given))) kept.Add(element);
        return kept;
    }
}
