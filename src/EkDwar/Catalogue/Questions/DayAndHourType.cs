using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A day and the time on it, by the state's own clock, kept as yyyy-MM-ddTHH:mm: when a programme begins. Which days may be
/// given is said as of a date. Not an instant, and not how long something takes.
/// </summary>
public sealed class DayAndHourType : QuestionType
{
    const string Stored = "yyyy-MM-dd'T'HH:mm";

    static readonly DateType Day = new();

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var (day, hour) = (Day.Parse(question, raw, facts), TypedTime.Read(raw["time"]));
        if (day.IsDone && hour.IsDone) return JsonValue.Create($"{day.Value!.GetValue<string>()}T{hour.Value.ToString("HH:mm", CultureInfo.InvariantCulture)}");
        return new List<Refusal>([.. day.IsDone ? [] : day.Refusals, .. hour.IsDone ? [] : hour.Refusals]);
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts)
    {
        var at = Read(answer);
        return [DayPart.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), language)];
    }

    public override object? Value(Question question, JsonNode answer) => Read(answer);

    public override IEnumerable<string> Members(Question question) => ["year", "month", "day", "weekday", "hour", "minute"];

    public override string FirstPart(Question question) => "day";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var at = Read(answer);
        return new Dictionary<string, string>
        {
            ["day"] = $"{at.Day}", ["month"] = $"{at.Month}", ["year"] = $"{at.Year}", ["time"] = at.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
    }

    static DateTime Read(JsonNode answer) => DateTime.ParseExact(answer.GetValue<string>(), Stored, CultureInfo.InvariantCulture);
}
