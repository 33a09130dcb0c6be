using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>Rupees as people write them (1,20,000 or ₹ १,२०,०००.50), kept in paise. Never negative.</summary>
public sealed class MoneyType : QuestionType
{
    const long LargestMinor = 1_000_00_00_000_00;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw[""].Length == 0) return new Refusal("questions.money_needed", "");
        var typed = Digits.ToAscii(raw[""]).Replace("₹", "").Replace(",", "").Replace(" ", "").Replace("/-", "");
        if (!decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees)) return new Refusal("questions.money_unreadable", "");
        if (decimal.Round(rupees, 2) != rupees) return new Refusal("questions.money_unreadable", "");
        return rupees * 100 > LargestMinor ? new Refusal("questions.money_too_large", "") : JsonValue.Create((long)(rupees * 100));
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [IndianNumber.Rupees(answer.GetValue<long>())];

    /// <summary>Rupees, with their two decimal places: an analyst writes 800000, not 80000000 paise.</summary>
    public override object? Value(Question question, JsonNode answer) => answer.GetValue<long>() / 100m;

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var minor = answer.GetValue<long>();
        var rupees = minor % 100 == 0 ? (minor / 100).ToString(CultureInfo.InvariantCulture) : (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        return new Dictionary<string, string> { [""] = rupees };
    }
}
