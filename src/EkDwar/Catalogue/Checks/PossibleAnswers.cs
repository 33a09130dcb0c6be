using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// The answers to a question between which the given rules can tell a difference, as rules see them. Null where that cannot
/// be said: then any answer may matter.
/// </summary>
static class PossibleAnswers
{
    const int MostSubsets = 6;

    public static IReadOnlyList<object?>? Of(Question question, IReadOnlyList<Rule> rules)
    {
        var written = rules.SelectMany(rule => rule.Comparisons.All).Where(compared => compared.Name.Root == question.Id).Select(compared => compared.Value).OfType<object>().Distinct().ToList();
        var isOnlyCompared = !rules.Any(rule => rule.Comparisons.UsedOtherwise.Any(path => path.Split('.')[0] == question.Id))
            && !rules.SelectMany(rule => rule.Reads).Any(name => name.Path.StartsWith(question.Id + ".", StringComparison.Ordinal) || name.OrPath is not null);
        return question.Type switch
        {
            "choice" => [.. question.Options.Select(option => (object?)option.Code)],
            "yes_no" => [true, false],
            "declaration" => [true],
            "document" => [.. question.Options.Select(option => new Context { ["given"] = true, ["kind"] = option.Code }), new Context { ["given"] = false, ["kind"] = null }],
            "choices" when isOnlyCompared => Subsets(question, written.OfType<string>().ToHashSet()),
            "number" or "money" when isOnlyCompared => Numbers(question, [.. written.OfType<decimal>()]),
            "date" when isOnlyCompared => Days(written.OfType<DateOnly>()),
            _ => null,
        };
    }

    static List<object?> Days(IEnumerable<DateOnly> written) =>
        [.. written.Append(new DateOnly(2000, 1, 1)).Where(day => day > DateOnly.MinValue && day < DateOnly.MaxValue).SelectMany(day => new object?[] { day.AddDays(-1), day, day.AddDays(1) }).Distinct()];

    static List<object?>? Subsets(Question question, HashSet<string> told)
    {
        if (told.Count > MostSubsets) return null;
        var codes = question.Options.Select(option => option.Code).ToList();
        // Options no rule names are alike: one stands for all of them.
        var matter = codes.Where(told.Contains).Concat(codes.Where(code => !told.Contains(code)).Take(1)).ToList();
        return [.. Enumerable.Range(1, (1 << matter.Count) - 1).Select(chosen => (object?)matter.Where((_, bit) => (chosen >> bit & 1) == 1).Select(code => (object?)code).ToList())];
    }

    static List<object?> Numbers(Question question, List<decimal> written)
    {
        var least = question.Type == "money" ? 0 : question.Least ?? 0;
        var most = question.Most ?? 100_000_000_000m;
        var step = question.Type == "money" ? 0.01m : 1 / Power(question.Decimals);
        var near = written.Where(number => Math.Abs(number) < 1_000_000_000_000m)
            .SelectMany(number => new[] { number, number - step, number + step, Math.Floor(number / step) * step, Math.Ceiling(number / step) * step }).Concat([least, most]);
        // Between two written numbers lies what can be answered just above the lower, or nothing.
        return [.. near.Where(number => number >= least && number <= most).Distinct().Select(number => (object?)number)];
    }

    static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < Math.Clamp(decimals, 0, 6); i++) power *= 10;
        return power;
    }
}
