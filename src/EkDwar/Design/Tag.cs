using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A short label. For the state of a case see <see cref="StatusTag"/>.</summary>
[HtmlTargetElement("ek-tag")]
public sealed class Tag(IHtmlHelper html) : Component(html);
