using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A button, or with href a link that looks like one. Its words are its content.</summary>
[HtmlTargetElement("ek-button")]
public sealed class Button(IHtmlHelper html) : Component(html)
{
    public string? Href { get; set => field = Given(value); }
    public string Type { get; set; } = "submit";
    public bool IsStart { get; set; }
    public bool Disabled { get; set; }
}
