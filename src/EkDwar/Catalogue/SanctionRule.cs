using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;

namespace EkDwar.Catalogue;

/// <summary>
/// Makes what a service gives a sanction: an amount a month, paid into the account that was named, for as long as the
/// beneficiary proves each year that she lives; or an amount paid in instalments, and then no more. The certificate is its
/// order. The house pays nobody: it makes the list.
/// </summary>
public sealed class SanctionRule
{
    /// <summary>A thousand rupees a thousand times: more is a mistake.</summary>
    const decimal LargestRupees = 1_000_000;

    /// <summary>A rule in rupees, a month or in all instalments, over the answers and today, which is the day of the decision. Empty where each instalment has its own.</summary>
    public string Amount { get; init; } = "";

    /// <summary>The question whose answer is the account.</summary>
    public string Account { get; init; } = "";

    /// <summary>The service by which she proves that she lives.</summary>
    public string ProvedBy { get; init; } = "";

    /// <summary>For how many months a proof holds, and how many days after that it is still paid.</summary>
    public int ProofMonths { get; init; } = 12;
    public int GraceDays { get; init; } = 30;

    /// <summary>The parts in which the amount is paid, in their order; none where it is paid month by month.</summary>
    public List<InstalmentRule> Instalments { get; init; } = [];
    public bool IsInInstalments => Instalments.Count > 0;

    /// <summary>The day on which the year begins for which is sanctioned: of an academic year 1 June.</summary>
    public DayOfYear? YearStarts { get; init; }

    /// <summary>Set where it is renewed for the next year.</summary>
    public RenewalRule? Renewal { get; init; }

    Rule? amount;

    /// <summary>In paise, a month or in all; null when a rule comes to no amount.</summary>
    public long? Minor(IReadOnlyList<Question> questions, Answers answers, DateOnly today)
    {
        if (!HasOwnAmounts) return Paise((amount ??= Rule.Parse(Amount)).Evaluate(RuleFacts.Of(amount, questions, answers, today)).Value);
        long? whole = 0;
        foreach (var part in Instalments) whole += part.Minor(questions, answers, today);
        return whole;
    }

    bool HasOwnAmounts => IsInInstalments && Instalments.TrueForAll(part => part.Amount.Length > 0);

    /// <summary>Rupees a rule came to, in paise; a fraction of a paisa is rounded half up. Null for what is no amount.</summary>
    internal static long? Paise(object? value) => value is decimal rupees and > 0 and <= LargestRupees
        ? (long)decimal.Round(rupees * 100, 0, MidpointRounding.AwayFromZero) is > 0 and var paise ? paise : null : null;

    /// <summary>
    /// The instalments of a sanction of this day, which come to the whole to the paisa: each share is rounded down, and the
    /// last takes what is left. None falls due before the one ahead of it. Null when there is no amount, or one of them would be nothing.
    /// </summary>
    public IReadOnlyList<InstalmentDue>? Parts(IReadOnlyList<Question> questions, Answers answers, DateOnly today)
    {
        if (Minor(questions, answers, today) is not { } whole) return null;
        var (parts, left, due) = (new List<InstalmentDue>(), whole, From(answers, today));
        var from = due;
        foreach (var rule in Instalments)
        {
            var minor = HasOwnAmounts ? rule.Minor(questions, answers, today) ?? 0
                : rule == Instalments[^1] ? left : (long)decimal.Floor(whole * (rule.Share ?? 0) / 100);
            var day = rule.Due(from, YearStarts);
            due = day > due ? day : due;
            left -= minor;
            parts.Add(new(rule, minor, due));
        }
        return parts.TrueForAll(part => part.AmountMinor > 0) ? parts : null;
    }

    /// <summary>The last day of what is sanctioned in instalments on a day: of its year, or the day the last falls due.</summary>
    public DateOnly HoldsUntil(IReadOnlyList<InstalmentDue> parts, Answers answers, DateOnly today) =>
        YearStarts is { } start ? start.LastUntil(From(answers, today)).AddYears(1).AddDays(-1) : parts[^1].DueOn;

    // The year of a renewal begins where the earlier one ends, also when it is sanctioned before.
    DateOnly From(Answers answers, DateOnly today) => Renewal is { Question.Length: > 0 } renewal && answers[renewal.Question] is { } earlier
        && LicenceType.UntilOf(earlier).AddDays(1) is var next && next > today ? next : today;

    /// <summary>Until when a proof of a day holds.</summary>
    public DateOnly ProofUntil(DateOnly provedOn) => provedOn.AddMonths(ProofMonths);
}
