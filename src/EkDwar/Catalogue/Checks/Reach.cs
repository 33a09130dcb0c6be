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

    public bool CanHold(Rule rule, IReadOnlyList<Question> readable) => Varied(rule, readable) is not var (leading, answers) || Comes(rule, leading, answers, 0, [], value => value is true) is not null;

    /// <summary>Answers with which the rule comes to a value that is not wanted, in words; null when there are none, or nobody can say.</summary>
    public string? Without(Rule rule, IReadOnlyList<Question> readable, Func<object?, bool> isWanted) => Varied(rule, readable) is not var (leading, answers) ? null
        : Comes(rule, leading, answers, 0, [], value => !isWanted(value)) is { } facts ? Told(leading, facts) : null;

    static string Told(List<Question> leading, Context facts) => leading.Count == 0 ? "whatever is answered"
        : "where " + string.Join(" and ", leading.Select(question => $"{question.Id} is {facts.GetValueOrDefault(question.Id) switch { null => "not answered", true => "yes", false => "no", var value => value.ToString() }}"));

    /// <summary>The questions a rule depends on, each with the answers that could make a difference; null when those cannot be told, or are too many.</summary>
    (List<Question> Leading, List<IReadOnlyList<object?>> Answers)? Varied(Rule rule, IReadOnlyList<Question> readable)
    {
        var leading = Leading(rule, readable);
        var involved = leading.Select(question => rules.GetValueOrDefault(question)).OfType<Rule>().Append(rule).ToList();
        if (leading.Exists(question => question.When != "" && rules.GetValueOrDefault(question) is null)) return null;
        // Today, and names nobody knows.
        if (involved.Exists(one => one.Reads.Any(name => !leading.Exists(question => question.Id == name.Root)))) return null;
        var answers = new List<IReadOnlyList<object?>>();
        foreach (var question in leading)
        {
            if (unreachable.Contains(question)) answers.Add([null]);
            else if (PossibleAnswers.Of(question, involved) is { Count: > 0 } possible) answers.Add(question.Optional ? [.. possible, null] : possible);
            else return null;
        }
        return answers.Aggregate(1L, (product, one) => Math.Min(product * one.Count, MostCombinations + 1)) > MostCombinations ? null : (leading, answers);
    }

    /// <summary>The first answers with which the rule comes to such a value.</summary>
    Context? Comes(Rule rule, List<Question> leading, List<IReadOnlyList<object?>> answers, int index, Context facts, Func<object?, bool> isSuch)
    {
        if (index == leading.Count) return isSuch(rule.Evaluate(facts).Value) ? facts : null;
        var question = leading[index];
        // Whoever is not led to a question has no answer to it.
        var isAsked = rules.GetValueOrDefault(question) is not { } own || own.Evaluate(facts).Holds;
        foreach (var answer in isAsked ? answers[index] : [null])
        {
            facts[question.Id] = answer;
            if (Comes(rule, leading, answers, index + 1, facts, isSuch) is { } found) return found;
        }
        facts.Remove(question.Id);
        return null;
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
