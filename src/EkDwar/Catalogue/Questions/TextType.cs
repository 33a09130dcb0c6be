using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>Free text, one line or several. Kept byte for byte, joiners included; only white space around it goes.</summary>
public sealed class TextType(bool isLong) : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var text = raw[""];
        if (text.Length == 0) return new Refusal("questions.text_needed", "", ("question", question.Id));
        if (Unfit(text, "", question.MaxLength ?? 200, isLong) is { } unfit) return unfit;
        return JsonValue.Create(text);
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        answer.GetValue<string>().ReplaceLineEndings("\n").Split('\n');

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
