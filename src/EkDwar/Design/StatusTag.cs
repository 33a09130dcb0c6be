using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The state of a case in words and tone.</summary>
[HtmlTargetElement("ek-status-tag")]
public sealed class StatusTag(IHtmlHelper html) : Component(html)
{
    public Tone Tone { get; set; }
}
