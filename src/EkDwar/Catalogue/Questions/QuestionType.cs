using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>One kind of question: the one place where its answer is parsed, checked and formatted. Rendering is the door's.</summary>
public abstract partial class QuestionType
{
    static readonly Dictionary<string, QuestionType> All = new()
    {
        ["text"] = new TextType(isLong: false), ["long_text"] = new TextType(isLong: true), ["name"] = new NameType(),
        ["date"] = new DateType(), ["money"] = new MoneyType(), ["choice"] = new ChoiceType(), ["place"] = new PlaceType(),
        ["table"] = new TableType(), ["document"] = new DocumentType(), ["declaration"] = new DeclarationType(),
        ["number"] = new NumberType(), ["yes_no"] = new YesNoType(), ["choices"] = new ChoicesType(), ["bank_account"] = new BankAccountType(), ["phone"] = new PhoneType(), ["email"] = new EmailType(),
        ["day_and_hour"] = new DayAndHourType(), ["land_parcel"] = new LandParcelType(), ["vehicle"] = new VehicleType(),
        ["licence"] = new LicenceType("questions.licence_needed", "questions.licence_unknown"),
        ["benefit"] = new LicenceType("questions.benefit_needed", "questions.benefit_unknown"),
    };

    public static QuestionType Of(Question question) => All[question.Type];

    public static IEnumerable<string> Known => All.Keys;

    public static bool IsKnown(string type) => All.ContainsKey(type);

    /// <summary>The accepted answer as it is stored, or what is wrong, part by part.</summary>
    public abstract Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts);

    /// <summary>The stored answer as lines of text.</summary>
    public abstract IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts);

    /// <summary>The stored answer as it would be typed, to fill the form again.</summary>
    public abstract IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer);

    /// <summary>The stored answer as rules see it: here, and in the types that say otherwise, is the one place that knows.</summary>
    public virtual object? Value(Question question, JsonNode answer) => answer.GetValue<string>();

    /// <summary>The part a problem with the whole answer is shown at.</summary>
    public virtual string FirstPart(Question question) => "";

    /// <summary>The options a stored answer names.</summary>
    public virtual IEnumerable<string> Codes(JsonNode answer) => [];

    /// <summary>What a rule may write after the question's name and a point.</summary>
    public virtual IEnumerable<string> Members(Question question) => [];

    /// <summary>Whether a stored answer would still be accepted, for example after a new version of the service.</summary>
    public virtual bool StillHolds(Question question, JsonNode answer, AnswerFacts facts) =>
        Parse(question, new RawAnswer(Typed(question, answer)), facts).IsDone;

    /// <summary>Text of a part with what no field may hold refused: control characters, and what was not UTF-8.</summary>
    protected static Refusal? Unfit(string text, string part, int maxLength, bool lines = false)
    {
        // Bytes that are no UTF-8 come as U+FFFD, or, percent-encoded, as they were sent.
        if (text.Contains('\uFFFD') || UndecodedByte().IsMatch(text)) return new("questions.not_utf8", part);
        if (text.Any(letter => char.IsControl(letter) && !(lines && letter is '\r' or '\n'))) return new("questions.control_characters", part);
        return text.Length > maxLength ? new("questions.too_long", part, ("max", maxLength.ToString()), ("over", (text.Length - maxLength).ToString())) : null;
    }

    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]")]
    private static partial Regex UndecodedByte();
}
