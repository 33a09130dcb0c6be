using EkDwar.Catalogue.Rules.Expressions;
using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules;

/// <summary>
/// A rule as an analyst writes it, in a subset of DMN's FEEL: read once, evaluated many times against named values. It is
/// pure: no clock, no database, nothing kept between evaluations. Values are null, <c>bool</c>, <c>decimal</c>,
/// <c>string</c>, <c>DateOnly</c>, <c>TimeOnly</c>, local <c>DateTime</c>, <c>TimeSpan</c>, <see cref="Months"/>,
/// <c>IReadOnlyList&lt;object?&gt;</c>, <see cref="Context"/> and <see cref="ValueRange"/>; a name may stand for a
/// <see cref="RoughDate"/>. A number is exact to 28 digits,
/// not to the 34 FEEL promises; one too large for that is an error, which makes null. What is left out stands in
/// docs/how-to/write-a-rule.md.
/// </summary>
public sealed class Rule
{
    public const int LongestText = 2_000, DeepestNesting = 32;

    /// <summary>
    /// Every rule ends: it has no recursion, its loops run over values that exist, and after so many steps (an expression
    /// evaluated once, an element looked at, a hundred characters made) evaluation stops with an error.
    /// </summary>
    public const int MostSteps = 10_000;

    readonly Node root;

    Rule(string text, Node root) => (Text, this.root) = (text, root);

    public string Text { get; }

    /// <summary>The names and paths it takes from outside, each once, in order. What a loop or filter brings itself is not among them.</summary>
    public IReadOnlyList<ReadName> Reads => field ??= ReadNames.In(root, Text);

    /// <summary>Which of those are compared with a value written out, and which are used in any other way besides.</summary>
    public RuleComparisons Comparisons => field ??= ReadNames.Comparisons(root, Text);

    /// <summary>
    /// Parts that can only come to null with an error: a call of an unknown function, with arguments too many or of a wrong
    /// name, and an <c>@"2026-02-31"</c>.
    /// </summary>
    public IReadOnlyList<RuleFault> Faults =>
        [.. root.WithParts().Where(part => part.Fault is not null).Select(part => RuleFault.At(Text, part.At.Start, part.Fault!))];

    /// <summary>
    /// Divisions whose divisor is neither a number other than zero, written out, nor guarded by an <c>if</c> that says it is
    /// not zero. It errs on the side of telling: a divisor kept from zero in any other way is told too.
    /// </summary>
    public IReadOnlyList<RuleFault> DivisionsByWhatMayBeZero =>
        [.. OpenDivisions.In(root, Text).Select(at => RuleFault.At(Text, at, "this divides by what may be zero"))];

    /// <exception cref="RuleException">says where and what is wrong</exception>
    public static Rule Parse(string text) => new(text, RuleParser.Parse(text));

    /// <summary>False, with the fault, when the text is no rule.</summary>
    public static bool TryParse(string text, out Rule? rule, out RuleFault fault)
    {
        (rule, fault) = (null, default);
        try
        {
            rule = Parse(text);
            return true;
        }
        catch (RuleException wrong)
        {
            fault = wrong.Fault;
            return false;
        }
    }

    /// <summary>The rule's value for these names. It does not throw, whatever the values are.</summary>
    public Evaluation Evaluate(Context names) =>
        names.Values.Any(value => value is RoughDate) ? SupposedDays.Evaluate(this, names) : EvaluateExactly(names);

    internal Evaluation EvaluateExactly(Context names)
    {
        var run = new Run(Text);
        try
        {
            return new(root.Value(run, new Scope(null, names)), run.Errors);
        }
        catch (StepsUsedUpException)
        {
            run.Error(root.At, $"the rule takes more than {MostSteps:N0} steps");
            return new(null, run.Errors);
        }
    }
}
