using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>A statement the applicant makes by ticking it.</summary>
public sealed class DeclarationType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts) =>
        raw[""] == "yes" ? JsonValue.Create("yes") : new Refusal("questions.declaration_needed", "");

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [Texts.Get(language, "questions.declared")];

    public override object? Value(Question question, JsonNode answer) => answer.GetValue<string>() == "yes";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => new Dictionary<string, string> { [""] = "yes" };
}
