using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>One of the applicant's own licences, or benefits, of the named services, kept by its number with the last day, and of a benefit in instalments how they stood then. Never somebody else's, whoever knows the number.</summary>
/// <param name="needed">what is said where none is chosen</param>
/// <param name="unknown">what is said of one that is not hers</param>
public sealed class LicenceType(string needed, string unknown) : QuestionType
{
    const string Stored = "yyyy-MM-dd";

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal(needed, "");
        if (facts.Licences.FirstOrDefault(held => held.Number == raw[""] && question.Of.Contains(held.ServiceId)) is not { } licence) return new Refusal(unknown, "");
        var answer = new JsonObject { ["number"] = licence.Number, ["valid_until"] = licence.Until.ToString(Stored, CultureInfo.InvariantCulture) };
        if (licence.Drawn is not { } drawn) return answer;
        (answer["instalments"], answer["paid"]) = (drawn.Instalments, drawn.Paid);
        if (drawn.Percent is { } percent) answer["percent"] = percent;
        return answer;
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [Told(question, new(NumberOf(answer), "", UntilOf(answer)) { Drawn = answer["instalments"] is { } all ? new(all.GetValue<int>(), answer["paid"]!.GetValue<int>(), null) : null }, language)];

    /// <summary>How one is shown, also where it may be chosen.</summary>
    public static string Told(Question question, HeldLicence held, LanguageCode language) => Texts.Get(language,
        held.Drawn is not null ? "questions.benefit_drawn" : question.Type == "licence" ? "questions.licence_until" : "questions.benefit_until",
        ("number", held.Number), ("date", LongDate.Of(held.Until, language)), ("paid", $"{held.Drawn?.Paid}"), ("all", $"{held.Drawn?.Instalments}"));

    public override object? Value(Question question, JsonNode answer)
    {
        var value = new Context { ["number"] = NumberOf(answer), ["valid_until"] = UntilOf(answer) };
        foreach (var counted in CountedOf(question)) value[counted] = answer[counted] is { } number ? (decimal)number.GetValue<int>() : null;
        return value;
    }

    public override IEnumerable<string> Members(Question question) => ["number", "valid_until", .. CountedOf(question)];

    static string[] CountedOf(Question question) => question.Type == "benefit" ? Counted : [];

    // Of a benefit in instalments; null of any other.
    static readonly string[] Counted = ["instalments", "paid", "percent"];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => new Dictionary<string, string> { [""] = NumberOf(answer) };

    public static string NumberOf(JsonNode answer) => answer["number"]!.GetValue<string>();

    public static DateOnly UntilOf(JsonNode answer) => DateOnly.ParseExact(answer["valid_until"]!.GetValue<string>(), Stored, CultureInfo.InvariantCulture);
}
