using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;

namespace EkDwar.Catalogue;

/// <summary>
/// Makes what a service gives a sanction: an amount a month, paid into the account that was named, for as long as the
/// beneficiary proves each year that she lives. The certificate is its order. The house pays nobody: it makes the list.
/// </summary>
public sealed class SanctionRule
{
    /// <summary>A thousand rupees a thousand times: more is a mistake.</summary>
    const decimal LargestRupees = 1_000_000;

    /// <summary>A rule in rupees a month, over the answers and today, which is the day of the decision.</summary>
    public string Amount { get; init; } = "";

    /// <summary>The question whose answer is the account.</summary>
    public string Account { get; init; } = "";

    /// <summary>The service by which she proves that she lives.</summary>
    public string ProvedBy { get; init; } = "";

    /// <summary>For how many months a proof holds, and how many days after that it is still paid.</summary>
    public int ProofMonths { get; init; } = 12;
    public int GraceDays { get; init; } = 30;

    Rule? amount;

    /// <summary>In paise; null when the rule comes to no amount.</summary>
    public long? Minor(IReadOnlyList<Question> questions, Answers answers, DateOnly today)
    {
        amount ??= Rule.Parse(Amount);
        return amount.Evaluate(RuleFacts.Of(amount, questions, answers, today)).Value is decimal rupees and > 0 and <= LargestRupees
            ? (long)decimal.Round(rupees * 100, 0, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>Until when a proof of a day holds.</summary>
    public DateOnly ProofUntil(DateOnly provedOn) => provedOn.AddMonths(ProofMonths);
}
