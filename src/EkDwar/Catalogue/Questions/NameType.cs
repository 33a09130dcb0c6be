using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>A person's full name in her own script and in Latin letters; both are kept as typed. No forced surname.</summary>
public sealed class NameType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var (local, latin) = (raw["local"], raw["latin"]);
        var max = question.MaxLength ?? 200;
        var problems = new List<Refusal>();
        if (!local.Any(char.IsLetter)) problems.Add(new("questions.name_local_needed", "local"));
        else if (Unfit(local, "local", max) is { } unfit) problems.Add(unfit);
        if (!latin.Any(char.IsAsciiLetter)) problems.Add(new("questions.name_latin_needed", "latin"));
        else if (Unfit(latin, "latin", max) is { } unfit) problems.Add(unfit);
        else if (!latin.All(IsLatinNameLetter)) problems.Add(new("questions.name_latin_only", "latin"));
        if (problems.Count > 0) return problems;
        return new JsonObject { ["local"] = local, ["latin"] = latin };
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        [answer["local"]!.GetValue<string>(), answer["latin"]!.GetValue<string>()];

    public override object? Value(Question question, JsonNode answer) =>
        new Context { ["local"] = answer["local"]!.GetValue<string>(), ["latin"] = answer["latin"]!.GetValue<string>() };

    public override IEnumerable<string> Members(Question question) => ["local", "latin"];

    public override string FirstPart(Question question) => "local";

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) => new Dictionary<string, string>
    {
        ["local"] = answer["local"]!.GetValue<string>(), ["latin"] = answer["latin"]!.GetValue<string>(),
    };

    static bool IsLatinNameLetter(char letter) => char.IsAsciiLetter(letter) || letter is ' ' or '.' or '\'' or '-' or '’' || (letter is >= 'À' and <= 'ɏ');
}
