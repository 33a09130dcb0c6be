using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A case, a draft or a service one acts on, under a lintel in the tone of its state. Not a box for plain text.</summary>
[HtmlTargetElement("ek-door-card")]
public sealed class DoorCard(IHtmlHelper html) : Component(html)
{
    public Tone Tone { get; set; }

    /// <summary>The id of the heading inside, which names the card.</summary>
    public string? LabelledBy { get; set => field = Given(value); }
}
