using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>
/// A component of the design system: a tag whose markup is the .cshtml of the same name. Attributes that are not options
/// of the component go onto its main element as they are.
/// </summary>
public abstract class Component(IHtmlHelper html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>More CSS classes for the main element, separated by spaces.</summary>
    public string? Classes { get; set => field = Given(value); }

    [HtmlAttributeNotBound]
    public IHtmlContent Rest { get; set; } = HtmlString.Empty;

    [HtmlAttributeNotBound]
    public TagHelperContent Content { get; set; } = new DefaultTagHelperContent();

    public bool HasContent => !Content.IsEmptyOrWhiteSpace;

    /// <summary>A text attribute whose expression is null arrives as an empty text: both mean it was not given.</summary>
    protected static string? Given(string? attribute) => string.IsNullOrEmpty(attribute) ? null : attribute;

    protected PageFrame Frame => PageFrame.Of(ViewContext.HttpContext);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Prepare(context);
        Content = await output.GetChildContentAsync();
        Rest = Written(output.Attributes);
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(await html.PartialAsync($"~/Design/{GetType().Name}.cshtml", this));
    }

    /// <summary>Runs before the child tags, which may leave their parts in <see cref="TagHelperContext.Items"/>.</summary>
    protected virtual void Prepare(TagHelperContext context) { }

    static HtmlContentBuilder Written(TagHelperAttributeList attributes)
    {
        var written = new HtmlContentBuilder(attributes.Count * 2);
        foreach (var attribute in attributes) written.Append(" ").AppendHtml(attribute);
        return written;
    }
}
