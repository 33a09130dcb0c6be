using System.Text.Json.Nodes;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>An Indian mobile number, kept as its ten digits. That somebody answers it is not proved.</summary>
public sealed class PhoneType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal("questions.phone_needed", "");
        return PhoneNumber.TryParse(raw[""], out var number) ? JsonValue.Create(number.Digits) : new Refusal("questions.phone_unreadable", "");
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [$"{answer.GetValue<string>()[..5]} {answer.GetValue<string>()[5..]}"];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
