using EkDwar.Foundation.Secrets;

namespace EkDwar.People;

/// <summary>A code on its way to a mobile, as the outbox holds it: sealed, so that no table shows a number or a code.</summary>
public sealed record SealedCode(string Mobile, string Code, string Language)
{
    static readonly byte[] Context = Sealing.Context("outbox-code");

    /// <summary>Whoever is asked for it by telephone must read what it would give away.</summary>
    public string For { get; init; } = "";

    public string Seal(MasterKey master) => Convert.ToBase64String(
        Sealing.SealText($"{Mobile}\n{Code}\n{Language}{(For.Length > 0 ? "\n" + For : "")}", master.Derive("outbox-code"), Context));

    public static SealedCode Open(string text, MasterKey master)
    {
        var parts = Sealing.OpenText(Convert.FromBase64String(text), master.Derive("outbox-code"), Context).Split('\n');
        return new(parts[0], parts[1], parts[2]) { For = parts.Length > 3 ? parts[3] : "" };
    }
}
