using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>How long the cases of a state must be kept after the last thing that happened in them. A service may say longer.</summary>
public sealed class Retention
{
    const int YearsAtMost = 200;

    public int Years { get; init; }

    /// <summary>The law, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Years is > 0 and <= YearsAtMost, this, "years", $"cases are kept from 1 to {YearsAtMost} years", "write how many years");
        sheet.Needs(Source.Length > 0, this, "source", "how long cases are kept needs its source", "write the law, or 'example'");
    }
}
