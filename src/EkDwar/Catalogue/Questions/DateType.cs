using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A date in three parts, kept as yyyy-MM-dd: past, or, where the question says so, today and to come, or either. Where it may
/// be known roughly, also as yyyy-MM or yyyy. None before 1900, and none further away than anybody plans. Not a time of day.
/// </summary>
public sealed class DateType : QuestionType
{
    const string Stored = "yyyy-MM-dd", Month = "yyyy-MM", Year = "yyyy";
    const int YearsAhead = 20;
    static readonly DateOnly Earliest = new(1900, 1, 1);

    public const string Past = "past", Future = "future", Any = "any";

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var (day, month, year) = (raw["day"], raw["month"], raw["year"]);
        var isRough = question.Roughly && day.Length == 0 && year.Length > 0;
        var form = !isRough ? Stored : month.Length > 0 ? Month : Year;
        var read = TypedDate.Read(isRough ? "1" : day, form == Year ? "1" : month, year, facts.Language);
        if (!read.IsDone) return read.Refusals.ToList();
        var last = LastOf(read.Value, form);
        if (question.Falls == Past && read.Value > facts.Today) return new Refusal("questions.date_in_future", "year");
        if (question.Falls == Future && last < facts.Today) return new Refusal("questions.date_in_past", "year");
        if (read.Value > facts.Today.AddYears(YearsAhead)) return new Refusal("questions.date_too_far", "year", ("years", $"{YearsAhead}"));
        if (read.Value < Earliest) return new Refusal("questions.date_too_old", "year");
        return JsonValue.Create(read.Value.ToString(form, CultureInfo.InvariantCulture));
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts)
    {
        var (first, form) = Read(answer);
        return [form switch
        {
            Stored => LongDate.Of(first, language),
            Month => Texts.Get(language, "questions.date_month_known", ("month", LongDate.MonthOf(first.Month, language)), ("year", $"{first.Year}")),
            _ => Texts.Get(language, "questions.date_year_known", ("year", $"{first.Year}")),
        }];
    }

    /// <summary>A day; of one known roughly, the first and the last it may be.</summary>
    public override object? Value(Question question, JsonNode answer)
    {
        var (first, form) = Read(answer);
        return form == Stored ? first : new RoughDate(first, LastOf(first, form));
    }

    public override IEnumerable<string> Members(Question question) => ["year", "month", "day", "weekday"];

    public override string FirstPart(Question question) => "day";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var (first, form) = Read(answer);
        return new Dictionary<string, string>
        {
            ["day"] = form == Stored ? $"{first.Day}" : "", ["month"] = form == Year ? "" : $"{first.Month}", ["year"] = $"{first.Year}",
        };
    }

    static DateOnly LastOf(DateOnly first, string form) => form switch
    {
        Stored => first,
        Month => first.AddMonths(1).AddDays(-1),
        _ => first.AddYears(1).AddDays(-1),
    };

    static (DateOnly First, string Form) Read(JsonNode answer)
    {
        var stored = answer.GetValue<string>();
        var form = stored.Length == Stored.Length ? Stored : stored.Length == Month.Length ? Month : Year;
        return (DateOnly.ParseExact(stored, form, CultureInfo.InvariantCulture), form);
    }
}
