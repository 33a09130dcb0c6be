using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// For how long an official may sign after she last proved who she is by more than a password. Not how long she stays signed
/// in. A state that says nothing of it has the house's own minutes: nobody signs without a proof.
/// </summary>
public sealed class SigningRules
{
    const int MostMinutes = 120;

    public int Minutes { get; init; } = 15;

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    /// <param name="sinceProof">null where there was no proof</param>
    public bool Holds(TimeSpan? sinceProof) => sinceProof < TimeSpan.FromMinutes(Minutes);

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Minutes is > 0 and <= MostMinutes, this, "minutes", $"a proof is good for signing for 1 to {MostMinutes} minutes", "write for how many minutes");
        sheet.Needs(Source.Length > 0, this, "source", "how long a proof is good needs its source", "write the rule, or 'example'");
    }
}
