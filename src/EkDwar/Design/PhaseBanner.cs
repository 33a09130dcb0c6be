using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Says that a service is on trial.</summary>
[HtmlTargetElement("ek-phase-banner")]
public sealed class PhaseBanner(IHtmlHelper html) : Component(html)
{
    public Phrase? Phase { get; set; }
}
