using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A date in three parts, kept as yyyy-MM-dd: past, or, where the question says so, today and to come, or either. None
/// before 1900, and none further away than anybody plans. Not a time of day.
/// </summary>
public sealed class DateType : QuestionType
{
    const string Stored = "yyyy-MM-dd";
    const int YearsAhead = 20;
    static readonly DateOnly Earliest = new(1900, 1, 1);

    public const string Past = "past", Future = "future", Any = "any";

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var read = TypedDate.Read(raw["day"], raw["month"], raw["year"], facts.Language);
        if (!read.IsDone) return read.Refusals.ToList();
        if (question.Falls == Past && read.Value > facts.Today) return new Refusal("questions.date_in_future", "year");
        if (question.Falls == Future && read.Value < facts.Today) return new Refusal("questions.date_in_past", "year");
        if (read.Value > facts.Today.AddYears(YearsAhead)) return new Refusal("questions.date_too_far", "year", ("years", $"{YearsAhead}"));
        if (read.Value < Earliest) return new Refusal("questions.date_too_old", "year");
        return JsonValue.Create(read.Value.ToString(Stored, CultureInfo.InvariantCulture));
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [LongDate.Of(Read(answer), language)];

    public override object? Value(Question question, JsonNode answer) => Read(answer);

    public override IEnumerable<string> Members(Question question) => ["year", "month", "day", "weekday"];

    public override string FirstPart(Question question) => "day";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var date = Read(answer);
        return new Dictionary<string, string> { ["day"] = date.Day.ToString(), ["month"] = date.Month.ToString(), ["year"] = date.Year.ToString() };
    }

    static DateOnly Read(JsonNode answer) => DateOnly.ParseExact(answer.GetValue<string>(), Stored, CultureInfo.InvariantCulture);
}
