using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The outcome of a finished transaction, at the top of its confirmation page.</summary>
[HtmlTargetElement("ek-panel")]
public sealed class Panel(IHtmlHelper html) : Component(html)
{
    public Phrase? Heading { get; set; }
}
