using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>What the law itself makes of an application nobody decided in its time. Not a default of the house: without it in the file nothing happens but that the case is late.</summary>
public sealed class DeemedRule
{
    public const string Granted = "granted", Refused = "refused";

    public string Outcome { get; init; } = "";

    /// <summary>Act and section, as the certificate and the applicant's page cite them.</summary>
    public LocalText Section { get; init; } = [];

    /// <summary>Where that can be read; "example" where it is ours, which the pages say.</summary>
    public string Source { get; init; } = "";

    public bool IsGrant => Outcome == Granted;
    public bool IsExample => Source == "example";
}
