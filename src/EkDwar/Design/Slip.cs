using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The acknowledgement as a page to print: number, last date and facts. English stands beside the number and the date. Its content is the foot.</summary>
[HtmlTargetElement("ek-slip")]
public sealed class Slip(IHtmlHelper html) : Component(html)
{
    public Phrase? Heading { get; set; }
    public Phrase? Law { get; set; }
    public string? Reference { get; set => field = Given(value); }
    public Phrase? Received { get; set; }

    /// <summary>The square code, as an svg with a label of its own.</summary>
    public Phrase? Code { get; set; }

    /// <summary>The last date; null while papers are missing, and then the note says what starts the clock.</summary>
    public Phrase? DueOn { get; set; }

    public Phrase? DueNote { get; set; }
    public IReadOnlyList<SummaryLine> Facts { get; set; } = [];
}
