using EkDwar.Catalogue.Rules;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// Answers as the rules of a service see them: each question's id with its value, null while it is not answered. How an
/// answer of each type looks is told by <see cref="QuestionType.Value"/>. Only what the rule reads is turned into values.
/// </summary>
public static class RuleFacts
{
    /// <summary>The name under which a rule that is asked on a day reads that day.</summary>
    public const string Today = "today";

    /// <summary>The name under which a rule of a fee reads by which channel the application came, as <see cref="ApplicationChannel"/> calls it.</summary>
    public const string Channel = "channel";

    public static Context Of(Rule rule, IReadOnlyList<Question> questions, Answers answers, DateOnly? today = null, string? channel = null)
    {
        var facts = new Context();
        if (channel is not null) facts[Channel] = channel;
        if (today is { } day) facts[Today] = day;
        var read = rule.Reads.Select(name => name.Root).ToHashSet();
        foreach (var question in questions.Where(question => read.Contains(question.Id)))
            facts[question.Id] = answers[question.Id] is { } answer ? QuestionType.Of(question).Value(question, answer) : null;
        return facts;
    }
}
