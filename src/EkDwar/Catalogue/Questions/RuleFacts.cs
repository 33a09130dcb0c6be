using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// Answers as the rules of a service see them: each question's id with its value, null while it is not answered. How an
/// answer of each type looks is told by <see cref="QuestionType.Value"/>. Only what the rule reads is turned into values.
/// </summary>
public static class RuleFacts
{
    public static Context Of(Rule rule, IReadOnlyList<Question> questions, Answers answers)
    {
        var facts = new Context();
        var read = rule.Reads.Select(name => name.Root).ToHashSet();
        foreach (var question in questions.Where(question => read.Contains(question.Id)))
            facts[question.Id] = answers[question.Id] is { } answer ? QuestionType.Of(question).Value(question, answer) : null;
        return facts;
    }
}
