using EkDwar.Foundation.Languages;

namespace EkDwar.Design;

/// <summary>What a state shows of itself on every page. Not its law, calendar or keys. The code is the first part of its URLs.</summary>
public sealed record StateFace(string Code, LocalText Government, LocalText Ownership, string Helpline, LanguageCode Language);

/// <summary>The states of this deployment, the first being the one shown where a page names none.</summary>
public sealed class StateFaces(IEnumerable<StateFace> states)
{
    readonly List<StateFace> all = [.. states];

    public IReadOnlyList<StateFace> All => all;

    public StateFace First => all[0];

    /// <summary>Whether a page that names no state leaves it open which one is meant.</summary>
    public bool AreSeveral => all.Count > 1;

    public StateFace? Find(string? code) => all.Find(state => state.Code == code);
}
