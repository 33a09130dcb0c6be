using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue;

/// <summary>One thing an officer must have looked at before a case leaves her stage. She ticks it; it is no question, and no rule reads it.</summary>
public sealed class CheckItem
{
    public string Id { get; init; } = "";

    /// <summary>What she says by ticking it, as a sentence that is true then.</summary>
    public LocalText Names { get; init; } = [];
}
