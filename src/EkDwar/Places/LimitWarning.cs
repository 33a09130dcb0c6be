using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// At how much of the legal limit who is told that a case is still open: the post that has it, and from where the state says so
/// also who stands over it. It moves nothing and is no default.
/// </summary>
public sealed class LimitWarning
{
    public const string Holder = "holder", Senior = "senior";

    public int Percent { get; init; }

    /// <summary>The post that has the case, the nearest senior to it, or both.</summary>
    public List<string> Tell { get; init; } = [];

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public bool TellsHolder => Tell.Contains(Holder);
    public bool TellsSenior => Tell.Contains(Senior);

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Percent is > 0 and <= 100, this, "percent", "somebody is told at 1 to 100 per cent of the limit", "write at how many per cent");
        sheet.Needs(sheet.Value.LimitWarnings.First(other => other.Percent == Percent) == this, this, "percent", $"{Percent} per cent stand here twice", "write each once, with everybody who is told");
        sheet.Needs(Tell.Count > 0 && Tell.TrueForAll(who => who is Holder or Senior), this, "tell", "told is the post that has the case, or its senior", $"write {Holder}, {Senior} or both");
        sheet.Needs(Source.Length > 0, this, "source", "who is told when needs its source", "write the rule, or 'example'");
    }
}
