using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue;

/// <summary>One party of one application, and what its answers say of her and show her. Pure; whether she consented is kept by the case.</summary>
/// <param name="Row">Of a table's rows: which, from 0; null for a party of her own.</param>
public sealed record Party(ServiceDefinition Service, PartyRule Rule, int? Row, Answers Answers)
{
    /// <summary>By which she is known in ledger, addresses and tests: <c>wife</c>, <c>witness.2</c>.</summary>
    public string Key => Row is { } row ? KeyOf(Rule, row) : Rule.Id;

    public static string KeyOf(PartyRule rule, int row) => $"{rule.Id}.{row + 1}";

    /// <summary>Everybody whose consent an application with these answers needs, in the file's order.</summary>
    public static IReadOnlyList<Party> Of(ServiceDefinition service, Answers answers) =>
        [.. service.Parties.Where(rule => rule.IsParty(service.Questions, answers)).SelectMany(rule => rule.Rows.Length == 0
            ? [new Party(service, rule, null, answers)]
            : Enumerable.Range(0, (answers[rule.Rows] as JsonArray)?.Count ?? 0).Select(row => new Party(service, rule, row, answers)))];

    /// <summary>What keeps these answers from being sent: rows too few, or one mobile for two where the file does not allow it.</summary>
    public static List<Refusal> Problems(ServiceDefinition service, Answers answers, Func<PhoneNumber, bool> isApplicants)
    {
        var (problems, parties) = (new List<Refusal>(), Of(service, answers));
        foreach (var rule in service.Parties.Where(rule => rule.Rows.Length > 0 && rule.IsParty(service.Questions, answers)))
            if (parties.Count(party => party.Rule == rule) < rule.Count) problems.Add(new("applying.party_too_few", rule.Rows, ("count", $"{rule.Count}")));
        foreach (var party in parties)
            if (party.Mobile is { } mobile && !party.Rule.SharesMobile && (isApplicants(mobile) || parties.Any(other => other.Key != party.Key && other.Mobile == mobile)))
                problems.Add(new("applying.party_same_mobile", party.Field, ("name", party.Name)));
        return [.. problems.DistinctBy(problem => (problem.Code, problem.Field))];
    }

    /// <summary>What she is called, in the script she is written in.</summary>
    public string Name => Said(Rule.Name) switch
    {
        JsonObject name => name["local"]?.GetValue<string>() ?? "",
        JsonValue text => text.GetValue<string>(),
        _ => "",
    };

    /// <summary>Null where she has none, or none is asked.</summary>
    public PhoneNumber? Mobile => Rule.Phone.Length > 0 && Said(Rule.Phone) is JsonValue said && PhoneNumber.TryParse(said.GetValue<string>(), out var number) ? number : null;

    /// <summary>The question that would be given anew to name another, or another mobile; null where there is none.</summary>
    public Question? Anew => Row is null ? Rule.Phone.Length == 0 ? null : Service.Question(Rule.Phone) : Service.Question(Rule.Rows).OfOneRow();

    string Field => Row is null ? Rule.Phone : Rule.Rows;

    JsonNode? Said(string id) => Row is { } row ? Answers[Rule.Rows]?[row]?[id] : Answers[id];

    /// <summary>All that she is shown: of her own row every box, else her name and mobile; and what the file lets her see. Nobody's papers.</summary>
    public IReadOnlyList<(LocalText Label, IReadOnlyList<string> Lines)> Shown(LanguageCode language, AnswerFacts facts) =>
        [.. Seen().Select(seen => (seen.Question.Label, QuestionType.Of(seen.Question).Format(seen.Question, seen.Answer, language, facts)))];

    /// <summary>The hash of what she is shown and asked, which changes with any of it: what a consent is bound to.</summary>
    public string Fingerprint
    {
        get
        {
            var said = new JsonArray { $"{Service.State}/{Service.Id} {Service.Version}", Key };
            foreach (var (question, answer) in Seen()) said.Add(new JsonArray { question.Id, answer.DeepClone() });
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToJsonString())));
        }
    }

    IEnumerable<(Question Question, JsonNode Answer)> Seen()
    {
        var own = Row is null ? Service.Questions.Where(question => question.Id == Rule.Name || question.Id == Rule.Phone) : Service.Question(Rule.Rows).Columns;
        foreach (var question in own)
            if (Said(question.Id) is { } said) yield return (question, said);
        foreach (var id in Rule.Sees)
            if (Answers[id] is { } answer) yield return (Service.Question(id), answer);
    }
}
