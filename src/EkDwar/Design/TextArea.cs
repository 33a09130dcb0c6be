using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("ek-text-area")]
public sealed class TextArea(IHtmlHelper html) : Field(html)
{
    public int Rows { get; set; } = 5;
}
