using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Facts as key and value, from <c>rows</c> or from ek-summary-row tags inside; with a title it is a card.</summary>
[HtmlTargetElement("ek-summary-list")]
public sealed class SummaryList(IHtmlHelper html) : Component(html)
{
    readonly List<SummaryLine> written = [];

    public IReadOnlyList<SummaryLine> Rows { get; set; } = [];
    public Phrase? CardTitle { get; set; }
    public IReadOnlyList<ActionLink> CardActions { get; set; } = [];
    public string? CardClasses { get; set => field = Given(value); }

    /// <summary>A summary without a title may be a card too.</summary>
    public bool IsCard { get; set; }

    public IEnumerable<SummaryLine> All => Rows.Concat(written);

    public bool AnyActions => All.Any(row => row.Actions.Count > 0);

    protected override void Prepare(TagHelperContext context) => context.Items[typeof(SummaryList)] = written;
}
