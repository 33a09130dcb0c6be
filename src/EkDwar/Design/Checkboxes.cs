using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Choices of which any number is taken, or one statement to agree to.</summary>
[HtmlTargetElement("ek-checkboxes")]
public sealed class Checkboxes(IHtmlHelper html) : ChoiceField(html)
{
    /// <summary>Without a fieldset each box is described by hint and error itself.</summary>
    public string? DescriptionOf(string? hintId)
    {
        var ids = $"{(Legend is null ? Descriptions : null)} {hintId}".Trim();
        return ids.Length == 0 ? null : ids;
    }
}
