using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A count or a measure, in digits of any Indian script: whole unless the question says how many decimals it takes,
/// between its least and its most. Not money, and not a number that names something (a survey number is text).
/// </summary>
public sealed class NumberType : QuestionType
{
    const decimal LargestEver = 999_999_999_999m;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal("questions.number_needed", "");
        var typed = Digits.ToAscii(raw[""]).Replace(",", "").Replace(" ", "");
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new Refusal("questions.number_unreadable", "");
        if (decimal.Round(number, question.Decimals) != number)
            return question.Decimals == 0 ? new Refusal("questions.number_whole", "") : new Refusal("questions.number_decimals", "", ("decimals", $"{question.Decimals}"));
        if (number < (question.Least ?? 0)) return new Refusal("questions.number_too_small", "", ("least", Text(question.Least ?? 0)));
        if (number > (question.Most ?? LargestEver)) return new Refusal("questions.number_too_large", "", ("most", Text(question.Most ?? LargestEver)));
        // Without the zeros after the point: 2.50 and 2.5 are one answer.
        return JsonValue.Create(decimal.Parse(Text(number), CultureInfo.InvariantCulture));
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [question.Unit.Count == 0 ? Text(Read(answer)) : $"{Text(Read(answer))} {question.Unit.In(language)}"];

    public override object? Value(Question question, JsonNode answer) => Read(answer);

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = Text(Read(answer)) };

    static decimal Read(JsonNode answer) => answer.GetValue<decimal>();

    static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
