using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>Rows of the same kind of figures. With stacks each row becomes a block on a narrow screen.</summary>
[HtmlTargetElement("ek-table")]
public sealed class Table(IHtmlHelper html) : Component(html)
{
    public Phrase? Caption { get; set; }
    public string? CaptionClasses { get; set => field = Given(value); }
    public IReadOnlyList<Cell> Head { get; set; } = [];
    public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; set; } = [];
    public bool FirstCellIsHeader { get; set; }
    public bool Stacks { get; set; }

    /// <summary>The name of a cell's column, for the narrow screen where the head is not seen.</summary>
    public TagHelperAttribute? ColumnOf(int index) =>
        Stacks && index < Head.Count ? new TagHelperAttribute("data-column", Head[index].Text?.ToString()) : null;
}
