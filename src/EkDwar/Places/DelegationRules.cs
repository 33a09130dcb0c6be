using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>For how many days at most the holder of a post may let another official act from it beside her. A state that says nothing of it lets nobody.</summary>
public sealed class DelegationRules
{
    const int MostDays = 366;

    public int Days { get; init; }

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Days is > 0 and <= MostDays, this, "days", $"a post is delegated for 1 to {MostDays} days", "write for how many days at most");
        sheet.Needs(Source.Length > 0, this, "source", "delegating a post needs its source", "write the rule, or 'example'");
    }
}
