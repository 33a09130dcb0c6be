using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>What is wrong with one answer, and how to put it right. Renders nothing without a text.</summary>
[HtmlTargetElement("ek-error-message")]
public sealed class ErrorMessage(IHtmlHelper html) : Component(html)
{
    public Phrase? Text { get; set; }
    public string? Id { get; set => field = Given(value); }
}
