using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EkDwar.Catalogue.Checks;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue;

/// <summary>
/// What a rule comes to while some of what it reads has not been told: true or false where it comes to that whatever the rest
/// is, and null where it depends on that. It tries every answer that could make a difference, see <see cref="PossibleAnswers"/>.
/// Not what a case is decided by: there an answer nobody gave is null.
/// </summary>
public sealed class Supposition(IReadOnlyList<Question> questions, Answers answers, DateOnly today)
{
    const int MostTries = 500;

    /// <summary>Stands for a plain value nobody told: whatever it is compared with, the answer is neither yes nor no.</summary>
    static readonly object NotTold = new();

    static readonly string[] Plain = ["text", "number", "money", "date", "day_and_hour", "phone", "email"];

    // What may be answered is the same as long as the rule is.
    static readonly ConditionalWeakTable<Rule, ConcurrentDictionary<Question, IReadOnlyList<object?>?>> possible = [];

    readonly Dictionary<Rule, bool?> known = [];
    readonly Dictionary<Rule, IReadOnlyList<Question>> open = [];

    public bool? Holds(Rule rule)
    {
        if (!known.TryGetValue(rule, out var truth)) known[rule] = truth = Tried(rule);
        return truth;
    }

    bool? Tried(Rule rule)
    {
        var facts = RuleFacts.Of(rule, questions, answers, today);
        var missing = Open(rule);
        if (missing.Count == 0) return Truth(rule, facts);
        var tries = new List<(string Id, IReadOnlyList<object?> Values)>();
        foreach (var question in missing)
        {
            if (Possible(question, rule) is not { } values) return null;
            tries.Add((question.Id, MayBeLeftOut(question) ? [.. values, null] : values));
        }
        if (tries.Aggregate(1L, (product, one) => Math.Min(product * one.Values.Count, MostTries + 1)) > MostTries) return null;
        var seen = new HashSet<bool?>();
        Try(rule, facts, tries, 0, seen);
        return seen.Count == 1 ? seen.First() : null;
    }

    /// <summary>What the rule reads and nobody has told, without what these answers do not lead to.</summary>
    public IReadOnlyList<Question> Open(Rule rule)
    {
        if (open.TryGetValue(rule, out var found)) return found;
        var read = rule.Reads.Select(name => name.Root).ToHashSet();
        return open[rule] = [.. questions.Where(question => read.Contains(question.Id) && !answers.Has(question.Id) && !(question.Condition is { } led && Holds(led) is false))];
    }

    static void Try(Rule rule, Context facts, List<(string Id, IReadOnlyList<object?> Values)> tries, int index, HashSet<bool?> seen)
    {
        if (index == tries.Count)
        {
            seen.Add(Truth(rule, facts));
            return;
        }
        foreach (var value in tries[index].Values)
        {
            facts[tries[index].Id] = value;
            Try(rule, facts, tries, index + 1, seen);
            if (seen.Count > 1 || seen.Contains(null)) return;
        }
    }

    bool MayBeLeftOut(Question question) => question.Optional || (question.Condition is { } led && Holds(led) is null);

    static IReadOnlyList<object?>? Possible(Question question, Rule rule) => possible.GetOrCreateValue(rule).GetOrAdd(question, asked =>
        PossibleAnswers.Of(asked, [rule]) is { Count: > 0 } values ? values
            : Plain.Contains(asked.Type) && !rule.Reads.Any(name => name.Path.StartsWith(asked.Id + ".", StringComparison.Ordinal)) ? [NotTold] : null);

    static bool? Truth(Rule rule, Context facts) => rule.Evaluate(facts).Value as bool?;
}
