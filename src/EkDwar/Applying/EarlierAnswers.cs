using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Applying;

/// <summary>What an earlier case answered, typed again into a draft under the same ids where it still fits. Papers and declarations are asked anew; what the draft has already stays.</summary>
public static class EarlierAnswers
{
    public static Answers Into(OpenDraft draft, CaseFile file)
    {
        var answers = draft.Answers;
        foreach (var question in draft.Service.Questions)
            if (!answers.Has(question.Id) && Of(file, question) is { } given) answers = answers.Typed(draft, question, given);
        return answers;
    }

    /// <summary>With this typed in, where it is accepted.</summary>
    public static Answers Typed(this Answers answers, OpenDraft draft, Question question, RawAnswer raw) =>
        QuestionType.Of(question).Parse(question, raw, draft.Facts) is { IsDone: true, Value: { } parsed } ? answers.With(question.Id, parsed) : answers;

    /// <summary>Its answer there, as it would be typed; null where it is asked anew, or was another question.</summary>
    public static RawAnswer? Of(CaseFile file, Question question) =>
        question.Type is not ("document" or "declaration" or "licence") && file.Service.Questions.Find(asked => asked.Id == question.Id && asked.Type == question.Type) is { } asked
            && file.Answers[question.Id] is JsonNode answer ? new(QuestionType.Of(asked).Typed(asked, answer)) : null;
}
