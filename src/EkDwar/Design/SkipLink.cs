using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The first link of every page, which passes over its head.</summary>
[HtmlTargetElement("ek-skip-link")]
public sealed class SkipLink(IHtmlHelper html) : Component(html)
{
    public string Href { get; set; } = "#main";
}
