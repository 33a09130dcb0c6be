using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The mark of the house: a door drawn with one line on its threshold. Decoration; the name stands beside it.</summary>
[HtmlTargetElement("ek-door-mark")]
public sealed class DoorMark(IHtmlHelper html) : Component(html)
{
    public int Size { get; set; } = 44;

    /// <summary>Ink on paper instead of white on the brand.</summary>
    public bool OnPaper { get; set; }

    public string Colour => OnPaper ? "#1A1D24" : "#fff";
}
