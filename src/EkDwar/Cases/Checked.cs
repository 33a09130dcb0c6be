using EkDwar.Catalogue;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Cases;

/// <summary>What an officer ticked of her stage's list when she sent a case on or decided it, and why not all of it. It stands in the ledger's entry of that act.</summary>
public sealed record Checked(IReadOnlyList<string> Ticked, string? WhyNot)
{
    public static Checked Of(IEnumerable<string?> ticked, string? whyNot) => new([.. ticked.OfType<string>().Where(id => id.Length > 0).Distinct()], OfficersWords.Or(whyNot));

    /// <summary>What stands against an act with these ticks: something is neither ticked nor explained, or is not on the list.</summary>
    public static Refusal? Unfit(Stage? stage, IReadOnlyList<string> ticked, string? whyNot)
    {
        var asked = stage?.Checklist.ConvertAll(item => item.Id) ?? [];
        if (ticked.Except(asked).Any()) return new("cases.check_unknown", "check");
        if (OfficersWords.Unfit(whyNot, "check-why", isNeeded: false) is { } unfit) return unfit;
        return asked.Except(ticked).Any() && whyNot?.Any(char.IsLetter) != true ? new Refusal("cases.check_needed", "check") : null;
    }

    public Refusal? Unfit(Stage? stage) => Unfit(stage, Ticked, WhyNot);
}

/// <summary>A list to be ticked, as a form shows it: under this name, and for the reason under this name and "-why".</summary>
/// <param name="Ticked">what was ticked on the page before</param>
public sealed record ChecklistView(Stage Stage, string Field, IReadOnlyList<string> Ticked, bool AsksWhy = true);
