using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The filters in use, each a link that removes it. Renders nothing when there are none.</summary>
[HtmlTargetElement("ek-filter-chips")]
public sealed class FilterChips(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<Chip> Items { get; set; } = [];
}
