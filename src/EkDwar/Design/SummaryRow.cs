using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>One row of a summary list whose value is its content; with an address it gets one action.</summary>
[HtmlTargetElement("ek-summary-row", ParentTag = "ek-summary-list")]
public sealed class SummaryRow : TagHelper
{
    public Phrase? Key { get; set; }
    public string? ActionHref { get; set; }
    public Phrase? ActionText { get; set; }
    public string? Classes { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = new HtmlContentBuilder();
        (await output.GetChildContentAsync()).CopyTo(value);
        output.SuppressOutput();
        IReadOnlyList<ActionLink> actions = string.IsNullOrEmpty(ActionHref) ? [] : [new ActionLink(ActionHref, ActionText, Key)];
        ((List<SummaryLine>)context.Items[typeof(SummaryList)]).Add(new SummaryLine(Key, Phrase.Markup(value), actions) { Classes = Classes });
    }
}
