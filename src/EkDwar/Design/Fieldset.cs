using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Controls that answer one question, under its legend.</summary>
[HtmlTargetElement("ek-fieldset")]
public sealed class Fieldset(IHtmlHelper html) : Component(html)
{
    public Phrase? Legend { get; set; }
    public string? LegendClasses { get; set => field = Given(value); }
    public bool LegendIsPageHeading { get; set; }
    public string? DescribedBy { get; set => field = Given(value); }
}
