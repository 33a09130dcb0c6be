using EkDwar.Cases;

namespace EkDwar.Tests.Attacks;

/// <summary>
/// Something that belongs to somebody, and whose it is, said by hand: the routes are tried on each of them as everybody.
/// </summary>
/// <param name="Filer">The account that filed it; null when it is nobody's: the reference was guessed, or is none.</param>
sealed record Thing(string Name, string Reference, string? Filer)
{
    public long Version { get; init; }

    /// <summary>The posts on whose desk the case lies or once lay.</summary>
    public string[] Had { get; init; } = [];

    /// <summary>Who takes its fee and judges its payments; who hears its first appeal; before whom its parties sign; whose its benefit is; who records what an instalment waits for.</summary>
    public string[] Cashier { get; init; } = [];
    public string[] Appeal { get; init; } = [];
    public string[] Signs { get; init; } = [];
    public string[] Sanctions { get; init; } = [];
    public string[] Records { get; init; } = [];

    /// <summary>Who may let its desk ask a second time.</summary>
    public string[] Leave { get; init; } = [];

    /// <summary>The party named in the address, and who she is.</summary>
    public string Party { get; init; } = "husband";
    public string? Is { get; init; }
    public string Question { get; init; } = "income_proof";

    /// <summary>Which of its certificates, or of its instalments, the address names.</summary>
    public int Seq { get; init; } = 1;

    public override string ToString() => Name;

    public Dictionary<string, string> Holes(string upload) => new()
    {
        ["state"] = "mh", ["lang"] = "en", ["reference"] = Reference, ["question"] = Question, ["party"] = Party, ["seq"] = $"{Seq}", ["number"] = "1", ["id"] = upload,
        ["payment"] = CaseReference.TryParse(Reference, out var parsed) ? parsed.Compact + "-1" : "MH-1",
    };
}
