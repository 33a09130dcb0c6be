using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The way from the first page to this one.</summary>
[HtmlTargetElement("ek-breadcrumbs")]
public sealed class Breadcrumbs(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<Crumb> Items { get; set; } = [];
    public bool CollapseOnMobile { get; set; }
}
