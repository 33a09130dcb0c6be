using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>Yes or no. Not a box that may be left empty: no answer is never taken for a no.</summary>
public sealed class YesNoType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts) =>
        raw[""] is "yes" or "no" ? JsonValue.Create(raw[""]) : new Refusal("questions.yes_no_needed", "");

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [Texts.Get(language, answer.GetValue<string>() == "yes" ? "questions.yes" : "questions.no")];

    public override object? Value(Question question, JsonNode answer) => answer.GetValue<string>() == "yes";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
