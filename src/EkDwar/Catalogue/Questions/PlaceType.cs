using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>A place of the wanted kind, kept by its code. It may choose the office that serves the case.</summary>
public sealed class PlaceType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal("questions.place_needed", "");
        return facts.Offers(question, raw[""]) ? JsonValue.Create(raw[""]) : new Refusal("questions.place_unknown", "");
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [facts.Places.TryGetValue(answer.GetValue<string>(), out var place) ? place.Names.In(language) : answer.GetValue<string>()];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
