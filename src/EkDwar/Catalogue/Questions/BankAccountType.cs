using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A bank account: the branch's IFSC and the number, typed twice. Shown with its last four digits wherever an answer is
/// shown; <see cref="Whole"/> is for the desk that decides, and for nobody else.
/// </summary>
/// <remarks>IFSC: four letters of the bank, a zero, six letters or digits of the branch (Reserve Bank of India).</remarks>
public sealed partial class BankAccountType : QuestionType
{
    const int Shortest = 9, Longest = 18, Shown = 4;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var refusals = new List<Refusal>();
        var ifsc = raw["ifsc"].ToUpperInvariant();
        if (!IfscPattern().IsMatch(ifsc)) refusals.Add(new(ifsc.Length == 0 ? "questions.ifsc_needed" : "questions.ifsc_wrong", "ifsc"));
        var (number, again) = (NumberOf(raw["number"]), NumberOf(raw["again"]));
        if (number.Length is < Shortest or > Longest || !number.All(char.IsAsciiDigit)) refusals.Add(new("questions.account_wrong", "number"));
        else if (number != again) refusals.Add(new("questions.account_differs", "again"));
        return refusals.Count > 0 ? refusals : new JsonObject { ["ifsc"] = ifsc, ["number"] = number };
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) => [Masked(answer)];

    /// <summary>Rules see the branch alone.</summary>
    public override object? Value(Question question, JsonNode answer) => new Context { ["ifsc"] = Part(answer, "ifsc") };

    public override string FirstPart(Question question) => "ifsc";

    public override IEnumerable<string> Members(Question question) => ["ifsc"];

    /// <summary>The number is never put back into a form: who changes the account types it again.</summary>
    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => new Dictionary<string, string> { ["ifsc"] = Part(answer, "ifsc") };

    public override bool StillHolds(Question question, JsonNode answer, AnswerFacts facts) => Parse(question, new(new Dictionary<string, string>
    {
        ["ifsc"] = Part(answer, "ifsc"), ["number"] = Part(answer, "number"), ["again"] = Part(answer, "number"),
    }), facts).IsDone;

    public static string Masked(JsonNode answer)
    {
        var number = Part(answer, "number");
        return $"{new string('X', number.Length - Shown)}{number[^Shown..]}, {Part(answer, "ifsc")}";
    }

    public static string Whole(JsonNode answer) => $"{Part(answer, "number")}, {Part(answer, "ifsc")}";

    static string Part(JsonNode answer, string name) => answer[name]!.GetValue<string>();

    // As passbooks print it: with spaces or dashes.
    static string NumberOf(string typed) => Digits.ToAscii(typed).Replace(" ", "").Replace("-", "");

    [GeneratedRegex(@"\A[A-Z]{4}0[A-Z0-9]{6}\z")]
    private static partial Regex IfscPattern();
}
