using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Help that a control is described by. Renders nothing without a text.</summary>
[HtmlTargetElement("ek-hint")]
public sealed class Hint(IHtmlHelper html) : Component(html)
{
    public Phrase? Text { get; set; }
    public string? Id { get; set => field = Given(value); }
}
