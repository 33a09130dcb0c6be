using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The link to the page before; its words are Back unless it has content.</summary>
[HtmlTargetElement("ek-back-link")]
public sealed class BackLink(IHtmlHelper html) : Component(html)
{
    public string Href { get; set; } = "#";
}
