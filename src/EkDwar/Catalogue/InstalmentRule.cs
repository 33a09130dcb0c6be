using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// One of the parts in which a sanctioned amount is paid: a share of the whole or an amount of its own, the day it falls
/// due, and what must be recorded before it is paid. Not whether it was paid: the register of beneficiaries says that.
/// </summary>
public sealed class InstalmentRule
{
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];

    /// <summary>Per cent of the whole. The shares of a sanction come to 100.</summary>
    public decimal? Share { get; init; }

    /// <summary>In place of shares: a rule in rupees over the answers and today. Then the whole is what these come to.</summary>
    public string Amount { get; init; } = "";

    /// <summary>How many days after the sanction it falls due; or else a day of the year for which is sanctioned.</summary>
    public int? DueAfterDays { get; init; }
    public DayOfYear? DueOn { get; init; }

    /// <summary>What must hold before it is paid; null where it is paid when it is due.</summary>
    public InstalmentNeed? Needs { get; init; }

    Rule? amount;

    /// <summary>Of one with an amount of its own, in paise; null when the rule comes to none.</summary>
    internal long? Minor(IReadOnlyList<Question> questions, Answers answers, DateOnly today) =>
        SanctionRule.Paise((amount ??= Rule.Parse(Amount)).Evaluate(RuleFacts.Of(amount, questions, answers, today)).Value);

    internal DateOnly Due(DateOnly from, DayOfYear? yearStarts) => DueAfterDays is { } days ? from.AddDays(days)
        : DueOn is { } day && yearStarts is { } start ? day.FirstFrom(start.LastUntil(from)) : from;
}

/// <summary>A day that comes every year, which 29 February is not.</summary>
public sealed class DayOfYear
{
    public int Day { get; init; }
    public int Month { get; init; }

    public bool ComesEveryYear => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2001, Month);

    /// <summary>The first such day from a day on, itself included.</summary>
    public DateOnly FirstFrom(DateOnly day) => In(day.Year) is var same && same >= day ? same : In(day.Year + 1);

    /// <summary>The last such day until a day, itself included.</summary>
    public DateOnly LastUntil(DateOnly day) => In(day.Year) is var same && same <= day ? same : In(day.Year - 1);

    DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>What the named post of the office that sanctioned records before an instalment is paid: that it holds or does not, where it is measured the per cent, and words.</summary>
public sealed class InstalmentNeed
{
    public string Post { get; init; } = "";

    /// <summary>What must hold, as the student and the officer read it: attendance of the second term.</summary>
    public LocalText Says { get; init; } = [];

    /// <summary>The least per cent with which it holds; null where nothing is measured.</summary>
    public int? LeastPercent { get; init; }
}

/// <summary>An instalment as a sanction comes to it: frozen with the case on that day.</summary>
public sealed record InstalmentDue(InstalmentRule Rule, long AmountMinor, DateOnly DueOn);

/// <summary>
/// How a sanction of a year is renewed for the next: by which service (its own, mostly), in which of that service's questions
/// it is named, which answers are known thereby, and how many days before the end of its year one may begin.
/// </summary>
public sealed class RenewalRule
{
    public string By { get; init; } = "";

    /// <summary>The question of type 'benefit' that names the earlier sanction.</summary>
    public string Question { get; init; } = "";

    /// <summary>Answers, as somebody types them, that a renewal has for certain: <c>{kind: renewal}</c>.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];
    public int FromDays { get; init; } = 30;

    public bool MayRenew(DateOnly until, DateOnly today) => today >= until.AddDays(-FromDays);
}
