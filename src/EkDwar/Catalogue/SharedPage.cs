using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>
/// A page on which several questions are asked at once, next to each other, where a screen has room for them. It groups and
/// no more: each of its questions is answered, kept and changed for itself, and a door that asks one at a time needs no page.
/// </summary>
public sealed class SharedPage
{
    public string Id { get; init; } = "";

    /// <summary>What stands above its questions.</summary>
    public LocalText Names { get; init; } = [];

    /// <summary>A rule over answers before: none of its questions is asked unless it comes to true. Empty: always.</summary>
    public string When { get; init; } = "";
}
