using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>A closed list to choose one from. Only for long lists: radios are easier.</summary>
[HtmlTargetElement("ek-select")]
public sealed class SelectField(IHtmlHelper html) : ChoiceField(html);
