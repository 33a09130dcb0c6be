using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// Who is senior to whom at offices of one kind: designations from the junior one up. A designation may stand in several
/// orders; one that stands in none has no senior, and its vacancy waits for somebody to be put in charge.
/// </summary>
public sealed class SeniorityOrder
{
    /// <summary>The kinds of place whose offices it holds for, such as taluka.</summary>
    public List<string> At { get; init; } = [];
    public List<string> Order { get; init; } = [];

    /// <summary>The rule, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(At.Count > 0, this, "at", "an order of seniority needs the kinds of place whose offices it holds for", "add 'at', such as [taluka]");
        sheet.Needs(Order.Count > 1, this, "order", "an order of seniority names two designations at least", "add 'order', the junior first");
        sheet.Needs(Order.Distinct().Count() == Order.Count, this, "order", "nobody is senior to herself", "name each designation once");
        sheet.Needs(Source.Length > 0, this, "source", "who is senior to whom needs its source", "write the rule, or 'example'");
    }
}

/// <summary>The orders of a state, asked from below and from above.</summary>
public static class Seniority
{
    /// <summary>The designations senior to this one at an office of that kind, the nearest first.</summary>
    public static IReadOnlyList<string> Above(this IEnumerable<SeniorityOrder> orders, string kind, string designation) =>
        [.. orders.Holding(kind, designation).SelectMany(order => order.Order.Skip(order.Order.IndexOf(designation) + 1)).Distinct()];

    /// <summary>The designations below this one.</summary>
    public static IReadOnlyList<string> Below(this IEnumerable<SeniorityOrder> orders, string kind, string designation) =>
        [.. orders.Holding(kind, designation).SelectMany(order => order.Order.Take(order.Order.IndexOf(designation))).Distinct()];

    /// <summary>As <see cref="Below"/>, and the designations below those too: whoever heads an office is above all of it, in whatever order they stand.</summary>
    public static IReadOnlyList<string> FarBelow(this IReadOnlyCollection<SeniorityOrder> orders, string kind, string designation)
    {
        var (found, open) = (new List<string>(), new Queue<string>([designation]));
        while (open.TryDequeue(out var next))
            foreach (var lower in orders.Below(kind, next).Where(lower => lower != designation && !found.Contains(lower)))
            {
                found.Add(lower);
                open.Enqueue(lower);
            }
        return found;
    }

    /// <summary>As <see cref="Above"/>, and the designations above those too, the nearest first.</summary>
    public static IReadOnlyList<string> FarAbove(this IReadOnlyCollection<SeniorityOrder> orders, string kind, string designation)
    {
        var found = new List<string>();
        for (var at = -1; at < found.Count; at++)
            found.AddRange(orders.Above(kind, at < 0 ? designation : found[at]).Where(higher => higher != designation && !found.Contains(higher)).ToList());
        return found;
    }

    /// <summary>Who heads offices of that kind: somebody stands below her, and nobody above.</summary>
    public static IReadOnlyList<string> Heads(this IReadOnlyCollection<SeniorityOrder> orders, string kind) =>
        [.. orders.Where(order => order.At.Contains(kind)).Select(order => order.Order[^1]).Distinct().Where(last => orders.Above(kind, last).Count == 0)];

    static IEnumerable<SeniorityOrder> Holding(this IEnumerable<SeniorityOrder> orders, string kind, string designation) =>
        orders.Where(order => order.At.Contains(kind) && order.Order.Contains(designation));
}
