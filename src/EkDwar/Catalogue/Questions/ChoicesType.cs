using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// Any number of the listed options, at least one, kept by their codes in the order of the list. "None of these" is an
/// option like any other; who ticks it ticks nothing else (<see cref="Option.IsAlone"/>).
/// </summary>
public sealed class ChoicesType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw.Parts.Any(part => part.Value.Length > 0 && question.Option(part.Key) is null)) return new Refusal("questions.choice_unknown", "");
        var chosen = question.Options.Where(option => raw[option.Code] == "yes").ToList();
        if (chosen.Count == 0) return new Refusal("questions.choices_needed", "");
        if (chosen.Count > 1 && chosen.Find(option => option.IsAlone) is { } alone)
            return new Refusal("questions.choice_alone", "", ("option", alone.Names.In(facts.Language)));
        return new JsonArray([.. chosen.Select(option => (JsonNode)option.Code)]);
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [.. Codes(answer).Select(code => question.Option(code)?.Names.In(language) ?? code)];

    /// <summary>A list of codes: <c>list contains(crops, "cotton")</c>.</summary>
    public override object? Value(Question question, JsonNode answer) => Codes(answer).Select(code => (object?)code).ToList();

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => Codes(answer).ToDictionary(code => code, _ => "yes");

    public override IEnumerable<string> Codes(JsonNode answer) => answer.AsArray().Select(code => code!.GetValue<string>());
}
