using System.Net.Mail;
using System.Text.Json.Nodes;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>An e-mail address as typed. That mail arrives there is not proved.</summary>
public sealed class EmailType : QuestionType
{
    // RFC 5321: a path of 256 octets, with its brackets.
    const int Longest = 254;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var typed = raw[""];
        if (typed.Length == 0) return new Refusal("questions.email_needed", "");
        if (Unfit(typed, "", Longest) is { } unfit) return unfit;
        return IsAddress(typed) ? JsonValue.Create(typed) : new Refusal("questions.email_unreadable", "");
    }

    // Without a display name, which the parser would take, and with a domain that has a point.
    static bool IsAddress(string typed) => MailAddress.TryCreate(typed, out var address) && address.Address == typed
        && address.Host.Contains('.') && !address.Host.EndsWith('.') && !typed.Any(char.IsWhiteSpace);

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) => [answer.GetValue<string>()];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        new Dictionary<string, string> { [""] = answer.GetValue<string>() };
}
