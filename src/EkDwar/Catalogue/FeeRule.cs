using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue;

/// <summary>The fee as heads, and when it is paid. What one application owes of it is a <see cref="FeeDue"/>.</summary>
public sealed class FeeRule
{
    public const string AtSubmission = "at_submission", AfterAssessment = "after_assessment";

    /// <summary>Not times of paying that a file may name: what the office worked out, and what a set-aside refusal made free.</summary>
    public const string Assessed = "assessed", Waived = "waived";

    public List<FeeHead> Heads { get; init; } = [];

    /// <summary>at_submission: once the application is sent. after_assessment: once the office has stated its facts. Nothing is asked where the heads come to nothing.</summary>
    public string Pay { get; init; } = AtSubmission;

    /// <summary>Of a fee that is assessed: what the officer states (pages, copies, square metres), which the heads read beside the answers. Never asked of the applicant.</summary>
    public List<Question> Facts { get; init; } = [];

    /// <summary>The post at the office that takes the fee by hand, in cash, by draft or challan. Empty: it is paid online and no other way.</summary>
    public string Cashier { get; init; } = "";

    /// <summary>Whether the officer who assesses must say in words why: so it is where he states an amount of money himself.</summary>
    public bool NeedsGround { get; init; }
    public LocalText Note { get; init; } = [];
    public string Source { get; init; } = "";

    /// <summary>The total in paise where no head depends on anything; null where it does.</summary>
    public long? FlatMinor => Heads.TrueForAll(head => head.IsFlat) ? Heads.Sum(head => head.AmountMinor ?? 0) : null;

    /// <summary>Whether anybody may have to pay: what is said of paying is said only then.</summary>
    public bool IsCharged => Heads.Exists(head => !head.IsFlat || head.AmountMinor > 0);

    public FeeHead? Head(string code) => Heads.Find(head => head.Code == code);

    /// <summary>What these answers owe on a day; nothing yet where the office has to assess it. Refused when a rule comes to no amount: nobody is charged, or let off, by a guess.</summary>
    public Outcome<FeeDue> Due(IReadOnlyList<Question> questions, Answers answers, DateOnly today, string channel = ApplicationChannel.Web) =>
        Pay == AfterAssessment ? new FeeDue(Pay, []) : WorkOut(Pay, new(questions, answers, today, channel));

    /// <summary>What an application owes by its answers and by what the officer stated.</summary>
    public Outcome<FeeDue> Assess(IReadOnlyList<Question> questions, Answers answers, Answers stated, DateOnly today, string channel = ApplicationChannel.Web)
    {
        var both = Facts.Where(fact => stated[fact.Id] is not null).Aggregate(answers, (known, fact) => known.With(fact.Id, stated[fact.Id]!));
        return WorkOut(Assessed, new([.. questions, .. Facts], both, today, channel));
    }

    Outcome<FeeDue> WorkOut(string pay, FeeFacts facts)
    {
        var lines = new List<FeeLine>();
        foreach (var head in Heads)
        {
            if (head.IsCharged(facts) is not { } isCharged) return new Refusal("catalogue.fee_unknown");
            if (!isCharged) continue;
            if (head.Minor(facts) is not { } minor) return new Refusal("catalogue.fee_unknown");
            lines.Add(new(head.Code, minor));
        }
        return new FeeDue(pay, lines);
    }
}

/// <summary>What a rule of a fee reads: the answers, the day, and the channel by which the application came.</summary>
public sealed record FeeFacts(IReadOnlyList<Question> Questions, Answers Answers, DateOnly Today, string Channel);

/// <summary>
/// One part of a fee with its own name: a flat amount in paise, or a rule in rupees over the answers, today and the channel. A fraction
/// of a paisa is rounded half up. Late fees, slabs, pages, urgent tiers and waivers are such rules; none is a case of its own.
/// </summary>
public sealed class FeeHead
{
    /// <summary>A thousand crore rupees: more is a mistake.</summary>
    public const long LargestMinor = 1_000_00_00_000_00;

    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];
    public long? AmountMinor { get; init; }

    /// <summary>A rule that comes to rupees, for example <c>20 + 10 * (pages - 1)</c>. Empty where the amount is flat.</summary>
    public string Amount { get; init; } = "";

    /// <summary>A rule: charged only when it comes to true. Empty: always.</summary>
    public string When { get; init; } = "";

    /// <summary>In words, how a head that depends on something is worked out.</summary>
    public LocalText Note { get; init; } = [];

    public bool IsFlat => Amount.Length == 0 && When.Length == 0;

    Rule? amount, when;

    /// <summary>Null when its condition comes to neither true nor false.</summary>
    public bool? IsCharged(FeeFacts facts) => When.Length == 0 ? true : Value(when ??= Rule.Parse(When), facts) as bool?;

    /// <summary>In paise; null when its rule comes to no amount: not a number, negative, or beyond reason.</summary>
    public long? Minor(FeeFacts facts)
    {
        if (Amount.Length == 0) return AmountMinor;
        return Value(amount ??= Rule.Parse(Amount), facts) is decimal rupees and >= 0 and <= LargestMinor / 100m
            ? (long)decimal.Round(rupees * 100, 0, MidpointRounding.AwayFromZero)
            : null;
    }

    static object? Value(Rule rule, FeeFacts facts) =>
        rule.Evaluate(RuleFacts.Of(rule, facts.Questions, facts.Answers, facts.Today, facts.Channel)).Value;
}
