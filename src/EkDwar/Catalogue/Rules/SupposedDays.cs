using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules;

/// <summary>
/// Asks a rule about dates known only roughly: with the first and the last day each may be, the first of each month between
/// them, the days the rule writes out with their neighbours, and every day where it looks at a part of the date. What all of
/// these come to is the value; where they differ it is null, because it depends on what nobody knows.
/// </summary>
static class SupposedDays
{
    const int MostTries = 1_000;

    public static Evaluation Evaluate(Rule rule, Context names)
    {
        var rough = names.Where(name => name.Value is RoughDate).Select(name => (name.Key, Date: (RoughDate)name.Value!)).ToList();
        var days = rough.ConvertAll(one => Days(rule, one.Key, one.Date));
        if (days.Aggregate(1L, (product, one) => product * one.Count) > MostTries) days = rough.ConvertAll(one => new List<DateOnly> { one.Date.Earliest, one.Date.Latest });
        var supposed = new Context();
        foreach (var (name, value) in names) supposed[name] = value;
        Evaluation? first = null;
        bool AllAgree(int index)
        {
            if (index < rough.Count)
                return days[index].TrueForAll(day =>
                {
                    supposed[rough[index].Key] = day;
                    return AllAgree(index + 1);
                });
            var one = rule.EvaluateExactly(supposed);
            first ??= one;
            return Comparing.AreEqual(first.Value, one.Value, new Run(rule.Text)) is true;
        }
        return AllAgree(0) ? first! : new(null, []);
    }

    static List<DateOnly> Days(Rule rule, string name, RoughDate date)
    {
        var days = new SortedSet<DateOnly> { date.Earliest, date.Latest };
        var isEach = rule.Reads.Any(read => read.Path.StartsWith(name + ".", StringComparison.Ordinal));
        for (var day = date.Earliest; day < date.Latest; day = isEach ? day.AddDays(1) : day.AddMonths(1)) days.Add(day);
        foreach (var written in rule.Comparisons.All.Where(compared => compared.Name.Root == name).Select(compared => compared.Value).OfType<DateOnly>())
            for (var near = -1; near <= 1; near++)
                if (written.DayNumber + near >= date.Earliest.DayNumber && written.DayNumber + near <= date.Latest.DayNumber) days.Add(written.AddDays(near));
        return [.. days];
    }
}
