using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>One of the listed options, kept by its code.</summary>
public sealed class ChoiceType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal("questions.choice_needed", "");
        return question.Option(raw[""]) is { } option ? JsonValue.Create(option.Code) : new Refusal("questions.choice_unknown", "");
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [question.Option(answer.GetValue<string>())?.Names.In(language) ?? answer.GetValue<string>()];

    public override IEnumerable<string> Codes(JsonNode answer) => [answer.GetValue<string>()];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
