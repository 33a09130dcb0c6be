using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Help that only some people need, behind its heading.</summary>
[HtmlTargetElement("ek-details")]
public sealed class Details(IHtmlHelper html) : Component(html)
{
    public Phrase? Summary { get; set; }
    public bool IsOpen { get; set; }
}
