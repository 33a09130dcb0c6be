using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>What a person must know before going on.</summary>
[HtmlTargetElement("ek-warning-text")]
public sealed class WarningText(IHtmlHelper html) : Component(html);
