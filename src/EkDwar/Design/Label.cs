using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The label of one control. Renders nothing without a text.</summary>
[HtmlTargetElement("ek-label")]
public sealed class Label(IHtmlHelper html) : Component(html)
{
    public Phrase? Text { get; set; }

    /// <summary>The id of the control it labels.</summary>
    public string? Target { get; set => field = Given(value); }

    public bool IsPageHeading { get; set; }
}
