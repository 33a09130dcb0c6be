using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A motor vehicle: its registration mark in one form, whatever spaces and digits were typed, and the last five characters of
/// its chassis number, by which its owner shows the registration certificate in hand. No register is asked.
/// </summary>
public sealed class VehicleType : QuestionType
{
    const int ChassisShown = 5;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var number = VehicleNumber.Read(raw["number"]);
        var chassis = Digits.ToAscii(raw["chassis"]).ToUpperInvariant();
        var isWhole = chassis.Length == ChassisShown && chassis.All(char.IsAsciiLetterOrDigit);
        if (number.IsDone && isWhole) return new JsonObject { ["number"] = number.Value.Mark, ["chassis"] = chassis };
        return new List<Refusal>([.. number.IsDone ? [] : number.Refusals, .. isWhole ? [] : (Refusal[])[new("questions.vehicle_chassis_wrong", "chassis")]]);
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [Texts.Get(language, "questions.vehicle_shown", ("number", Read(answer).Shown), ("chassis", Chassis(answer)))];

    public override object? Value(Question question, JsonNode answer)
    {
        var number = Read(answer);
        return new Context { ["number"] = number.Mark, ["series"] = number.Series, ["state"] = number.State, ["chassis"] = Chassis(answer) };
    }

    public override IEnumerable<string> Members(Question question) => ["number", "series", "state", "chassis"];

    public override string FirstPart(Question question) => "number";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { ["number"] = Read(answer).Shown, ["chassis"] = Chassis(answer) };

    static VehicleNumber Read(JsonNode answer) => VehicleNumber.Read(answer["number"]!.GetValue<string>()).Value!;

    static string Chassis(JsonNode answer) => answer["chassis"]!.GetValue<string>();
}
