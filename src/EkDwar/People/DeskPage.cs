using EkDwar.Design;
using EkDwar.People.SignIns;
using EkDwar.Places;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.People;

/// <summary>A page for an official signed in to her desk. What she may see and do is each use case's own question.</summary>
[Authorize(AuthenticationSchemes = DeskSession.Scheme)]
public abstract class DeskPage : EkPage
{
    const string DoneKey = "done";

    DeskSession? session;

    public DeskSession Session => session ??= DeskSession.Of(User)!;

    /// <summary>Whether an official signs something here: then her session says how long ago she proved who she is.</summary>
    protected virtual bool IsForSigning => false;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Asked of the row itself and of no cache: what was proved through another node counts here at once.
        if (IsForSigning)
        {
            var services = HttpContext.RequestServices;
            session = Session with
            {
                SinceProof = await services.GetRequiredService<SignInBook>().SinceProof(await SignInSetup.Here(HttpContext, DeskSession.Scheme)),
                IsDelegate = !await services.GetRequiredService<HeldPosts>().AnswersFor(Session.OfficialId, Session.PostId),
            };
        }
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Where she proves anew who she is, to come back here then.</summary>
    public string ProveAt(string back) => Desk("prove") + QueryString.Create("returnUrl", back);

    /// <summary>An address of the desk in this language.</summary>
    public string Desk(string path) => $"/desk/{Language.Code}/{path}";

    /// <summary>After something was done: look there, with GET.</summary>
    protected StatusCodeResult SeeOther(string url)
    {
        Response.Headers.Location = url;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>As <see cref="SeeOther(string)"/>, and says there what was done. Told once, sealed with the answer: no link can say it.</summary>
    protected StatusCodeResult SeeOther(string url, string done, string about)
    {
        TempData[DoneKey] = $"{Session.OfficialId} {done} {about}";
        return SeeOther(url);
    }

    /// <summary>What this official has just done, and to which case or key; null when nothing, or when it was told already.</summary>
    protected (string Act, string About)? JustDone() =>
        (TempData[DoneKey] as string)?.Split(' ') is [var official, var act, var about] && official == Session.OfficialId.ToString() ? (act, about) : null;

    /// <summary>The page again, with what stood against the act as its status.</summary>
    protected PageResult Again(int status) => new() { StatusCode = status };

    /// <summary>Puts back what had been typed, as if its form had come back; it counts as neither right nor wrong.</summary>
    protected void PutBack(IReadOnlyDictionary<string, string[]> fields)
    {
        foreach (var (name, values) in fields)
        {
            ModelState.SetModelValue(name, values, string.Join(',', values));
            ModelState[name]!.ValidationState = ModelValidationState.Valid;
        }
    }

    /// <summary>In words: no such case on this desk. The same for a wrong number and for another desk's case.</summary>
    protected ViewResult NoSuchCase() => new()
    {
        ViewName = "~/Cases/NoSuchCase.cshtml", StatusCode = StatusCodes.Status404NotFound, ViewData = new(ViewData) { Model = null }, TempData = TempData,
    };
}
