using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The steps of a case in their order, each with its time and who did it.</summary>
[HtmlTargetElement("ek-step-timeline")]
public sealed class StepTimeline(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<Step> Items { get; set; } = [];
}
