using System.Text.RegularExpressions;
using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;

namespace EkDwar.Catalogue;

/// <summary>What is wrong with a fee: of which head (null: of the fee itself), at which key.</summary>
public sealed record FeeFault(int? Head, string Key, string Problem);

/// <summary>
/// What the fee of a service file must say: heads with codes of their own, each a flat amount or a rule that reads the
/// service's questions or today; known times of paying. A clock that waits for the fee needs a fee that is paid online.
/// </summary>
public static partial class FeeCheck
{
    static readonly string[] Times = [FeeRule.AtSubmission, FeeRule.AfterAssessment, FeeRule.Nothing];

    public static IEnumerable<FeeFault> Faults(ServiceDefinition service)
    {
        var fee = service.Fee ?? new();
        var heads = fee.Heads ?? [];
        if (!Times.Contains(fee.Pay)) yield return new(null, "pay", $"'{fee.Pay}' is no time of paying; it is one of {string.Join(", ", Times)}");
        if (fee.Pay == FeeRule.AtSubmission && heads.Count == 0) yield return new(null, "heads", "a fee that is paid has heads");
        if (service.Limit is { Starts: LimitRule.FeePaid } && fee.Pay != FeeRule.AtSubmission)
            yield return new(null, "pay", "the limit starts when the fee is paid, so the fee must be paid at_submission");
        for (var at = 0; at < heads.Count; at++)
            foreach (var (key, problem) in OfHead(heads, at, service.Questions ?? []))
                yield return new(at, key, problem);
    }

    static IEnumerable<(string Key, string Problem)> OfHead(List<FeeHead> heads, int at, List<Question> questions)
    {
        var head = heads[at];
        if (!Code().IsMatch(head.Code ?? "") || heads.FindIndex(other => other.Code == head.Code) != at) yield return ("code", $"'{head.Code}' is no code of its own");
        if (!(head.Names?.Count > 0)) yield return ("names", $"'{head.Code}' needs names");
        var isRule = !string.IsNullOrEmpty(head.Amount);
        if (isRule == head.AmountMinor.HasValue) yield return ("amount_minor", $"'{head.Code}' needs an amount_minor in paise or an amount as a rule in rupees, one of the two");
        if (head.AmountMinor < 0) yield return ("amount_minor", "a fee is never negative");
        foreach (var problem in OfRule(head.Amount, questions)) yield return ("amount", problem);
        foreach (var problem in OfRule(head.When, questions)) yield return ("when", problem);
        if ((isRule || !string.IsNullOrEmpty(head.When)) && !(head.Note?.Count > 0)) yield return ("note", $"'{head.Code}' depends on something and needs a note that says how it is worked out");
    }

    static IEnumerable<string> OfRule(string? text, List<Question> questions)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        if (!Rule.TryParse(text, out var rule, out var fault))
        {
            yield return $"in the rule, {fault}";
            yield break;
        }
        foreach (var wrong in rule!.Faults.Concat(rule.DivisionsByWhatMayBeZero)) yield return $"in the rule, {wrong}";
        foreach (var name in rule.Reads)
            if (name.Root != RuleFacts.Today && !LeadsToAnswer(name.Path, questions) && !LeadsToAnswer(name.OrPath ?? "", questions))
                yield return $"in the rule, {name.Fault($"'{name.Path}' is not a question of this service")}";
    }

    static bool LeadsToAnswer(string path, List<Question> questions)
    {
        var names = path.Split('.');
        return questions.Find(question => question.Id == names[0]) is { } asked
            && (names.Length == 1 || QuestionType.Of(asked).Members(asked).Contains(names[1]));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex Code();
}
