using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>What is still to do in a long service, in any order.</summary>
[HtmlTargetElement("ek-task-list")]
public sealed class TaskList(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<TaskLine> Items { get; set; } = [];
    public string IdPrefix { get; set; } = "task-list";
}
