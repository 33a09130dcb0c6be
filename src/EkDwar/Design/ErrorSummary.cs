using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>
/// Everything that is wrong with the page, first in main, each line leading to its field. Takes the problems from the
/// model state unless told; renders nothing when there are none.
/// </summary>
[HtmlTargetElement("ek-error-summary")]
public sealed class ErrorSummary(IHtmlHelper html) : Component(html)
{
    public Phrase? Heading { get; set; }
    public Phrase? Description { get; set; }
    public IReadOnlyList<Problem>? Problems { get; set; }

    public IReadOnlyList<Problem> All => Problems ?? FromModelState();

    List<Problem> FromModelState() =>
    [
        .. from entry in ViewContext.ModelState
           orderby ProblemOrder.PlaceOf(ViewContext.HttpContext, entry.Key)
           from error in entry.Value?.Errors ?? []
           let id = TagBuilder.CreateSanitizedId(entry.Key, "_")
           select new Problem(id.Length == 0 ? null : "#" + id, error.ErrorMessage)
    ];
}
