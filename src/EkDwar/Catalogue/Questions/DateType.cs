using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>A past date in three parts, kept as yyyy-MM-dd. Not a date in the future and none before 1900.</summary>
public sealed class DateType : QuestionType
{
    const string Stored = "yyyy-MM-dd";
    static readonly DateOnly Earliest = new(1900, 1, 1);

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var read = TypedDate.Read(raw["day"], raw["month"], raw["year"], facts.Language);
        if (!read.IsDone) return read.Refusals.ToList();
        if (read.Value > facts.Today) return new Refusal("questions.date_in_future", "year");
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
