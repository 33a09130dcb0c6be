using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue;

/// <summary>
/// The one question engine, pure: which question is next, and whether an answer holds. Web page, chat, counter, API and
/// the tests in a service's file only render it. It knows no page, no database and no clock.
/// </summary>
public static class Interview
{
    /// <summary>The questions these answers lead to, in order, each with the options it offers them.</summary>
    public static IEnumerable<Question> Asked(ServiceDefinition service, Answers answers) =>
        service.Questions.Where(question => question.IsAsked(service.Questions, answers)).Select(question => question.Offering(service.Questions, answers));

    /// <summary>The first question not answered yet; null when all are.</summary>
    public static Question? Next(ServiceDefinition service, Answers answers) =>
        Asked(service, answers).FirstOrDefault(question => !answers.Has(question.Id));

    /// <summary>The question before this one on the way these answers lead; null at the first.</summary>
    public static Question? Before(ServiceDefinition service, Answers answers, string questionId) =>
        Asked(service, answers).TakeWhile(question => question.Id != questionId).LastOrDefault();

    /// <summary>The questions asked on one page with this one, in order, itself among them; itself alone where it shares none.</summary>
    public static IReadOnlyList<Question> Together(ServiceDefinition service, Answers answers, Question question) =>
        question.Page.Length == 0 ? [question] : [.. Asked(service, answers).Where(asked => asked.Page == question.Page)];

    /// <summary>Checks one answer. Refusals name the part they belong to, or say in the service's own words what must hold.</summary>
    public static Outcome<Answers> Accept(ServiceDefinition service, Answers answers, Question question, RawAnswer raw, AnswerFacts facts)
    {
        var offered = question.Offering(service.Questions, answers);
        if (offered.Optional && raw.IsBlank) return StillAsked(service, answers.Blank(question.Id));
        var type = QuestionType.Of(offered);
        var parsed = type.Parse(offered, raw, facts);
        if (!parsed.IsDone) return parsed.Refusals.ToList();
        var with = answers.With(question.Id, parsed.Value);
        if (offered.Broken(service.Questions, with, facts.Today) is { } broken)
            return new Refusal("questions.must", type.FirstPart(offered), ("says", broken.Says.In(facts.Language)));
        return StillAsked(service, with);
    }

    /// <summary>The answers with these in their place, without what they no longer lead to.</summary>
    public static Answers Replaced(ServiceDefinition service, Answers answers, Answers anew) =>
        StillAsked(service, service.Questions.Where(question => anew.Has(question.Id)).Aggregate(answers, (kept, question) => kept.With(question.Id, anew[question.Id]!)));

    /// <summary>Without what these answers no longer lead to or offer, nor what only that led to.</summary>
    static Answers StillAsked(ServiceDefinition service, Answers answers)
    {
        var kept = answers;
        // A rule reads only questions before its own: in their order, each is asked of what is kept so far.
        foreach (var question in service.Questions.Where(question => answers.Has(question.Id)))
            if (!question.IsAsked(service.Questions, kept) || !question.IsOffered(service.Questions, kept)) kept = kept.Only(id => id != question.Id);
        return kept.Only(id => service.Questions.Exists(question => question.Id == id));
    }

    /// <summary>What is still wrong with a whole set of answers, before it is submitted. Empty when it may be.</summary>
    public static List<Refusal> Problems(ServiceDefinition service, Answers answers, AnswerFacts facts)
    {
        var problems = new List<Refusal>();
        foreach (var question in Asked(service, answers))
        {
            if (!answers.Has(question.Id)) problems.Add(new("questions.unanswered", question.Id));
            else if (answers[question.Id] is { } answer
                && (!QuestionType.Of(question).StillHolds(question, answer, facts) || question.Broken(service.Questions, answers, facts.Today) is not null))
                problems.Add(new("questions.no_longer_holds", question.Id));
        }
        return problems;
    }

    /// <summary>What must be answered to say who may have it: the questions its conditions read, and those that lead to them, in order. What only somebody who is signed in can answer is left open.</summary>
    public static IReadOnlyList<Question> Deciding(ServiceDefinition service)
    {
        var read = service.Eligibility.SelectMany(condition => condition.Reads).Select(name => name.Root).ToHashSet();
        // A rule reads only questions before its own: once, from the last to the first, finds all that lead there.
        foreach (var question in Enumerable.Reverse(service.Questions).Where(question => read.Contains(question.Id)))
            read.UnionWith(question.Reads.Select(name => name.Root));
        return [.. service.Questions.Where(question => read.Contains(question.Id) && question.Type is not ("licence" or "benefit"))];
    }

    /// <summary>The papers these answers ask for.</summary>
    public static IReadOnlyList<Question> Papers(ServiceDefinition service, Answers answers) =>
        [.. Asked(service, answers).Where(question => question.Type == "document")];

    /// <summary>The papers that are needed and not there: the acknowledgement lists them, and no clock starts without them.</summary>
    public static IReadOnlyList<Question> MissingPapers(ServiceDefinition service, Answers answers) =>
        [.. Papers(service, answers).Where(question => DocumentType.PaperOf(answers[question.Id]) is null && question.IsNeeded(service.Questions, answers))];

    /// <summary>An answer as lines of text for check-answers, the desk and the slip.</summary>
    public static IReadOnlyList<string> Show(Question question, Answers answers, LanguageCode language, AnswerFacts facts) =>
        answers[question.Id] is { } answer ? QuestionType.Of(question).Format(question, answer, language, facts) : [];
}
