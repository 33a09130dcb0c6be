using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>For how long at most somebody may let another person act for her. A state that says nothing of it offers it to nobody.</summary>
public sealed class ActingRules
{
    const int MostDays = 3653;

    public int Days { get; init; }

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Days is > 0 and <= MostDays, this, "days", $"another person may act for 1 to {MostDays} days", "write for how many days at most");
        sheet.Needs(Source.Length > 0, this, "source", "letting another person act needs its source", "write the rule, or 'example'");
    }
}
