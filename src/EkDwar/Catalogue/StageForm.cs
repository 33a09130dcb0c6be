using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue;

/// <summary>
/// What the officer at a stage is asked: findings, not the applicant's answers. Their ids are their own, so that rules,
/// later stages and the certificate may read them. All are on one page, and sent together.
/// </summary>
public sealed class StageForm
{
    public List<Question> Questions { get; init; } = [];

    /// <summary>Whether the applicant reads the findings on her tracking page; other posts always do.</summary>
    public bool ShownToCitizen { get; init; }

    /// <summary>The questions to answer of this case: their rules read what was known before this form.</summary>
    public IEnumerable<Question> Asked(ServiceDefinition service, Answers known) => Questions.Where(question => question.IsAsked(service.AllQuestions, known));

    /// <summary>Whether something that must be answered before the case goes on was not.</summary>
    public bool Lacks(ServiceDefinition service, Answers known) => Asked(service, known).Any(question => !question.Optional && !known.Has(question.Id));

    /// <summary>The field of a part of a question, as a refusal names it.</summary>
    public static string FieldOf(Question question, string part) => part.Length == 0 ? question.Id : $"{question.Id}-{part.Replace('.', '-')}";

    /// <summary>The findings of this form, or all that is wrong with them, each at its part.</summary>
    public Outcome<Answers> Accept(ServiceDefinition service, Answers known, Func<Question, RawAnswer> typed, AnswerFacts facts)
    {
        var (found, problems) = (Answers.None, new List<Refusal>());
        foreach (var question in Asked(service, known.Only(id => !Questions.Exists(own => own.Id == id))))
        {
            var raw = typed(question);
            if (question.Optional && raw.IsBlank)
            {
                found = found.Blank(question.Id);
                continue;
            }
            var parsed = QuestionType.Of(question).Parse(question, raw, facts);
            if (!parsed.IsDone)
            {
                problems.AddRange(parsed.Refusals.Select(refusal => refusal with { Field = FieldOf(question, refusal.Field ?? "") }));
                continue;
            }
            found = found.With(question.Id, parsed.Value);
            if (question.Broken(service.AllQuestions, known.And(found), facts.Today) is { } broken)
                problems.Add(new("questions.must", FieldOf(question, QuestionType.Of(question).FirstPart(question)), ("says", broken.Says.In(facts.Language))));
        }
        return problems.Count > 0 ? problems : found;
    }
}
