using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A wide table that scrolls by itself on a narrow screen, also by keyboard. Named by the id of its caption or by a label.</summary>
[HtmlTargetElement("ek-table-region")]
public sealed class TableRegion(IHtmlHelper html) : Component(html)
{
    public string? LabelledBy { get; set => field = Given(value); }
    public Phrase? Label { get; set; }
}
