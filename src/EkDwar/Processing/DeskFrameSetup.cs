using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>Puts the signed-in official, her post, office and state around every desk page, whichever room the page is in.</summary>
public sealed class DeskFrameSetup(EkDwarDb db, PostDirectory directory, StateFaces states) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (DeskSession.Of(http.User) is not { } session)
        {
            await next();
            return;
        }
        var post = await directory.Post(session.PostId);
        var office = await directory.Office(post.OfficeId);
        var frame = PageFrame.Of(http);
        (frame = frame with { State = states.Find(office.State) ?? frame.State, NamesState = true }).PutInto(http);
        var executed = await next();
        // An act ends in a redirect, which shows nobody's name: only a page asks for it.
        if (executed.Result is not (PageResult or ViewResult)) return;
        var names = await NamesOf(db, session.OfficialId) ?? new LocalText();
        (PageFrame.Of(http) with
        {
            Desk = new DeskFace(names.In(frame.Language), Phrase.Of(post.Names, frame.Language), Phrase.Of(office.Names, frame.Language),
                $"/desk/{frame.Language.Code}/account", $"/desk/{frame.Language.Code}/sign-out"),
        }).PutInto(http);
    }

    // Every page of the desk names its official: translated once.
    static readonly Func<EkDwarDb, Guid, Task<LocalText?>> NamesOf = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId) =>
        db.Set<Official>().Where(official => official.OfficialId == officialId).Select(official => official.Names).FirstOrDefault());
}
