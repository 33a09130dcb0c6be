using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>One of the applicant's own licences, or benefits, of the named services, kept by its number with the last day. Never somebody else's, whoever knows the number.</summary>
/// <param name="needed">what is said where none is chosen</param>
/// <param name="unknown">what is said of one that is not hers</param>
/// <param name="until">how one is shown</param>
public sealed class LicenceType(string needed, string unknown, string until) : QuestionType
{
    const string Stored = "yyyy-MM-dd";

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal(needed, "");
        return facts.Licences.FirstOrDefault(held => held.Number == raw[""] && question.Of.Contains(held.ServiceId)) is { } licence
            ? new JsonObject { ["number"] = licence.Number, ["valid_until"] = licence.Until.ToString(Stored, CultureInfo.InvariantCulture) }
            : new Refusal(unknown, "");
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [Texts.Get(language, until, ("number", NumberOf(answer)), ("date", LongDate.Of(UntilOf(answer), language)))];

    public override object? Value(Question question, JsonNode answer) => new Context { ["number"] = NumberOf(answer), ["valid_until"] = UntilOf(answer) };

    public override IEnumerable<string> Members(Question question) => ["number", "valid_until"];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => new Dictionary<string, string> { [""] = NumberOf(answer) };

    public static string NumberOf(JsonNode answer) => answer["number"]!.GetValue<string>();

    public static DateOnly UntilOf(JsonNode answer) => DateOnly.ParseExact(answer["valid_until"]!.GetValue<string>(), Stored, CultureInfo.InvariantCulture);
}
