using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Choices of which one is taken. Nothing unfolds: a follow-up question is the next page.</summary>
[HtmlTargetElement("ek-radios")]
public sealed class Radios(IHtmlHelper html) : ChoiceField(html);
