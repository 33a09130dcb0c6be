using EkDwar.Design;

namespace EkDwar.Cases.Benefits;

/// <summary>Instalments to be shown, and, where the reader may go into one, the address below which they are.</summary>
public sealed record InstalmentsView(IReadOnlyList<InstalmentLine> Lines, string? At = null)
{
    /// <summary>How it looks; the words always stand beside it.</summary>
    public static Tone ToneOf(string standing) => standing switch
    {
        "paid" => Tone.Ok,
        "payable" or "due" => Tone.Due,
        "waits" => Tone.Wait,
        "missed" or "returned" => Tone.Late,
        _ => Tone.Off,
    };
}
