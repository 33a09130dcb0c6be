using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Whether any answers make a rule true. It asks the rule itself with every combination of answers that could make a
/// difference: each option, yes and no, each number or day written in the rule, just below and just above. Where that cannot
/// be all (a rule that counts rows or reckons), or would be too many, it says nothing against the rule: it never refuses
/// one that could hold.
/// </summary>
sealed class Reach(IReadOnlyList<Question> questions)
{
    const int MostCombinations = 4_000;

    readonly Dictionary<Question, Rule?> rules = [];
    readonly HashSet<Question> unreachable = [];

    /// <summary>False only when no answers lead to the question. Its rule is null when it has a fault.</summary>
    public bool CanBeAsked(Question question, Rule? rule)
    {
        rules[question] = rule;
        if (rule is null || CanHold(rule, questions)) return true;
        unreachable.Add(question);
        return false;
    }

    public bool CanHold(Rule rule, IReadOnlyList<Question> readable)
    {
        var leading = Leading(rule, readable);
        var involved = leading.Select(question => rules.GetValueOrDefault(question)).OfType<Rule>().Append(rule).ToList();
        if (leading.Exists(question => question.When != "" && rules.GetValueOrDefault(question) is null)) return true;
        // Today, and names nobody knows.
        if (involved.Exists(one => one.Reads.Any(name => !leading.Exists(question => question.Id == name.Root)))) return true;
        var answers = new List<IReadOnlyList<object?>>();
        foreach (var question in leading)
        {
            if (unreachable.Contains(question)) answers.Add([null]);
            else if (PossibleAnswers.Of(question, involved) is { Count: > 0 } possible) answers.Add(question.Optional ? [.. possible, null] : possible);
            else return true;
        }
        if (answers.Aggregate(1L, (product, one) => Math.Min(product * one.Count, MostCombinations + 1)) > MostCombinations) return true;
        return Holds(rule, leading, answers, 0, []);
    }

    bool Holds(Rule rule, List<Question> leading, List<IReadOnlyList<object?>> answers, int index, Context facts)
    {
        if (index == leading.Count) return rule.Evaluate(facts).Holds;
        var question = leading[index];
        // Whoever is not led to a question has no answer to it.
        var isAsked = rules.GetValueOrDefault(question) is not { } own || own.Evaluate(facts).Holds;
        foreach (var answer in isAsked ? answers[index] : [null])
        {
            facts[question.Id] = answer;
            if (Holds(rule, leading, answers, index + 1, facts)) return true;
        }
        facts.Remove(question.Id);
        return false;
    }

    /// <summary>The questions a rule reads and those that lead to them, in order.</summary>
    List<Question> Leading(Rule rule, IReadOnlyList<Question> readable)
    {
        var read = rule.Reads.Select(name => name.Root).ToHashSet();
        var leading = new List<Question>();
        foreach (var question in readable.Reverse().Where(question => read.Contains(question.Id)))
        {
            leading.Insert(0, question);
            if (rules.GetValueOrDefault(question) is { } own) read.UnionWith(own.Reads.Select(name => name.Root));
        }
        return leading;
    }
}
