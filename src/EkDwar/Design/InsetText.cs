using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A passage set apart from the text around it.</summary>
[HtmlTargetElement("ek-inset-text")]
public sealed class InsetText(IHtmlHelper html) : Component(html);
