using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// One parcel of land as its state's record names it: by survey, gat or CTS number with its sub-division, in hectares and ares;
/// or by khewat and khasra, in kanals and marlas (twenty to a kanal). Its village too where the question says within what.
/// No record is asked whether there is such a parcel, and areas of the two kinds are never turned into each other.
/// </summary>
public sealed class LandParcelType : QuestionType
{
    public const string Survey = "survey", Khasra = "khasra";

    public static readonly string[] Records = [Survey, Khasra];

    /// <summary>What a number of the survey's kind is a number of.</summary>
    public static readonly string[] SurveyKinds = ["gat", "survey", "cts"];

    static readonly PlaceType Village = new();

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var (parcel, wrong) = (new JsonObject(), new List<Refusal>());
        if (question.Within.Length > 0)
        {
            var village = Village.Parse(question, new(new Dictionary<string, string> { [""] = raw["village"] }), facts);
            if (village.IsDone) parcel["village"] = village.Value;
            else wrong.AddRange(village.Refusals.Select(refusal => refusal with { Field = "village" }));
        }
        if (question.Record == Khasra) Numbered(raw, parcel, wrong);
        else Surveyed(raw, parcel, wrong);
        if (!question.WithoutArea) LandArea.Read(question.Record, raw, parcel, wrong);
        return wrong.Count > 0 ? wrong : parcel;
    }

    static void Surveyed(RawAnswer raw, JsonObject parcel, List<Refusal> wrong)
    {
        if (!SurveyKinds.Contains(raw["kind"])) wrong.Add(new("questions.land_kind_needed", "kind"));
        parcel["kind"] = raw["kind"];
        if (raw["number"].Length == 0) wrong.Add(new("questions.land_number_needed", "number"));
        else if (LandNumber.Survey(raw["number"], raw["hissa"]) is not (var number, var hissa)) wrong.Add(new("questions.land_number_wrong", "number"));
        else (parcel["number"], parcel["hissa"]) = (number, hissa);
    }

    static void Numbered(RawAnswer raw, JsonObject parcel, List<Refusal> wrong)
    {
        if (raw["khewat"].Length == 0) parcel["khewat"] = "";
        else if (LandNumber.Khewat(raw["khewat"]) is { } khewat) parcel["khewat"] = khewat;
        else wrong.Add(new("questions.land_khewat_wrong", "khewat"));
        if (raw["khasra"].Length == 0) wrong.Add(new("questions.land_khasra_needed", "khasra"));
        else if (LandNumber.Khasra(raw["khasra"]) is { } khasra) parcel["khasra"] = khasra;
        else wrong.Add(new("questions.land_khasra_wrong", "khasra"));
    }

    /// <summary>Number, area and village in one line: a sentence of a certificate may hold it.</summary>
    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) => [string.Join(", ", Said(question, answer, language, facts))];

    static IEnumerable<string> Said(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts)
    {
        if (question.Record == Khasra)
        {
            yield return Texts.Get(language, "questions.land_khasra_shown", ("number", Part(answer, "khasra")));
            if (Part(answer, "khewat") is { Length: > 0 } khewat) yield return Texts.Get(language, "questions.land_khewat_shown", ("number", khewat));
        }
        else yield return Texts.Get(language, "questions.land_shown_" + Part(answer, "kind"), ("number", Whole(answer)));
        if (LandArea.Shown(answer, language) is { } area) yield return area;
        if (answer["village"] is { } village) yield return facts.Places.TryGetValue(village.GetValue<string>(), out var place) ? place.Names.In(language) : village.GetValue<string>();
    }

    static string Whole(JsonNode answer) => Part(answer, "hissa") is { Length: > 0 } hissa ? $"{Part(answer, "number")}/{hissa}" : Part(answer, "number");

    public override object? Value(Question question, JsonNode answer)
    {
        var parts = new Context();
        foreach (var member in Members(question))
            parts[member] = LandArea.IsArea(member) ? LandArea.Value(answer) : Part(answer, member);
        return parts;
    }

    public override IEnumerable<string> Members(Question question) =>
    [
        .. question.Within.Length > 0 ? (string[])["village"] : [], .. question.Record == Khasra ? (string[])["khewat", "khasra"] : ["kind", "number", "hissa"],
        .. question.WithoutArea ? [] : (string[])[LandArea.Member(question.Record)],
    ];

    public override string FirstPart(Question question) => question.Within.Length > 0 ? "village" : question.Record == Khasra ? "khewat" : "kind";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var typed = answer.AsObject().Where(part => part.Value is JsonValue value && value.TryGetValue<string>(out _)).ToDictionary(part => part.Key, part => part.Value!.GetValue<string>());
        foreach (var (part, text) in LandArea.Typed(answer)) typed[part] = text;
        return typed;
    }

    static string Part(JsonNode answer, string name) => answer[name]?.GetValue<string>() ?? "";
}
