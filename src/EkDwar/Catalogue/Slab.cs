using EkDwar.Catalogue.Questions;
using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// One line of a scale that a notification gives, such as "up to 14 pages": of several, the first whose rule holds. The
/// last has no rule and takes what is left, also whoever has not said. Its rule reads answers and nothing else.
/// </summary>
public abstract class Slab
{
    public string When { get; init; } = "";

    /// <summary>What people read of it before anybody has answered: "up to 14 pages".</summary>
    public LocalText Names { get; init; } = [];

    Rule? when;

    bool Holds(IReadOnlyList<Question> questions, Answers answers)
    {
        if (When.Length == 0) return true;
        when ??= Rule.Parse(When);
        return when.Evaluate(RuleFacts.Of(when, questions, answers)).Holds;
    }

    /// <summary>The slab these answers lie in; null where there are none.</summary>
    public static T? Of<T>(IReadOnlyList<T> slabs, IReadOnlyList<Question> questions, Answers answers) where T : Slab =>
        slabs.FirstOrDefault(slab => slab.Holds(questions, answers));
}

/// <summary>The days of a limit that depends on something.</summary>
public sealed class LimitSlab : Slab
{
    public int Days { get; init; }
}

/// <summary>Officers that depend on something, such as an amount, or on the kind of body that has the case.</summary>
public sealed class OfficerSlab : Slab
{
    /// <summary>The kinds of body, as <see cref="ServedBy.PlaceKind"/> names them, that have these officers. Empty: all.</summary>
    public List<string> Bodies { get; init; } = [];

    public string Designated { get; init; } = "";
    public string FirstAppellate { get; init; } = "";
    public string SecondAppellate { get; init; } = "";

    public Officers Officers => new(Designated, FirstAppellate, SecondAppellate);
}
