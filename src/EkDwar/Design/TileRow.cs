using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Figures side by side, always in the same order.</summary>
[HtmlTargetElement("ek-tile-row")]
public sealed class TileRow(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<Tile> Items { get; set; } = [];

    /// <summary>Room for notes under the figures, as on a dashboard.</summary>
    public bool IsWide { get; set; }
}
