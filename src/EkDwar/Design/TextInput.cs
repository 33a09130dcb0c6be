using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>One line of text. Further attributes (type, inputmode, autocomplete, spellcheck) go onto the input.</summary>
[HtmlTargetElement("ek-text-input")]
public sealed class TextInput(IHtmlHelper html) : Field(html)
{
    public Phrase? Prefix { get; set; }
    public Phrase? Suffix { get; set; }
    public string Type { get; set; } = "text";
}
