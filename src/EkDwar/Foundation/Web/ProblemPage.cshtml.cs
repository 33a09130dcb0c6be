using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Foundation.Web;

/// <summary>What went wrong, in words, in the language of the page that was asked for. Never a code or a trace.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemPage(DataFolders folders) : PageModel
{
    public int Status { get; private set; }
    public string Start { get; private set; } = "/";

    /// <summary>Whatever method the request that failed had.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Show(int.Parse((string)RouteData.Values["status"]!));

    void Show(int status)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        // Asked for by its own address there is no problem to tell, and nothing there.
        Status = failed is null ? StatusCodes.Status404NotFound : status;
        Response.StatusCode = Status;
        // The page asked for carries state and language in its address; this page's own does not.
        var original = failed?.OriginalPath.Split('/') ?? [];
        if (original.Length < 3 || !LanguageCode.TryParse(original[2], out _)) return;
        RouteData.Values["lang"] = original[2];
        if (original[1] is { Length: 2 } state) RouteData.Values["state"] = state;
        // An address may name a state that is not ours: the way out leads to where the states are.
        Start = original[1] == "desk" ? $"/desk/{original[2]}" : folders.States.Contains(original[1]) ? $"/{original[1]}/{original[2]}" : $"/?lang={original[2]}";
    }
}
