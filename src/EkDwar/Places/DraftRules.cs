using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>After how many days without a touch a begun application is removed. A state that says nothing of it keeps them.</summary>
public sealed class DraftRules
{
    const int LeastDays = 7, MostDays = 3653;

    public int Days { get; init; }

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Days is >= LeastDays and <= MostDays, this, "days", $"a begun application is kept for {LeastDays} to {MostDays} days", "write for how many days");
        sheet.Needs(Source.Length > 0, this, "source", "how long a begun application is kept needs its source", "write the rule, or 'example'");
    }
}
