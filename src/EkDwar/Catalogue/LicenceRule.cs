using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;

namespace EkDwar.Catalogue;

/// <summary>
/// Makes what a service gives a licence: it holds from one day to another, both included. A renewal holds from the day after
/// the earlier one ends, also where it was asked for late. Ended does not mean taken back: that is the certificate's status.
/// </summary>
public sealed class LicenceRule
{
    /// <summary>The names under which the rule reads the first day, and the day of issue.</summary>
    public const string ValidFrom = "valid_from", Today = RuleFacts.Today;

    /// <summary>A rule that comes to the last day, such as <c>valid_from + duration("P1Y") - duration("P1D")</c>.</summary>
    public string ValidUntil { get; init; } = "";

    /// <summary>The service that renews it; empty where none does.</summary>
    public string RenewedBy { get; init; } = "";

    /// <summary>How many days before its end it may be renewed.</summary>
    public int RenewFromDays { get; init; } = 30;

    /// <summary>Of a renewal: the question whose answer is the earlier licence.</summary>
    public string Renews { get; init; } = "";

    Rule? until;

    /// <summary>From which to which day a licence on these answers holds; null when the rule comes to no day, or to one before the first.</summary>
    public Validity? Of(IReadOnlyList<Question> questions, Answers answers, DateOnly issuedOn)
    {
        var from = Renews.Length > 0 && answers[Renews] is { } earlier ? LicenceType.UntilOf(earlier).AddDays(1) : issuedOn;
        until ??= Rule.Parse(ValidUntil);
        var facts = RuleFacts.Of(until, questions, answers, issuedOn);
        facts[ValidFrom] = from;
        return until.Evaluate(facts).Value is DateOnly last && last >= from ? new(from, last) : null;
    }

    /// <summary>Whether one that holds until a day may be renewed today: from some days before its end on, and ever after.</summary>
    public bool MayRenew(DateOnly until, DateOnly today) => RenewedBy.Length > 0 && today >= until.AddDays(-RenewFromDays);
}

/// <summary>The first and the last day of a licence.</summary>
public readonly record struct Validity(DateOnly From, DateOnly Until);
