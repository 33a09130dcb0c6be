using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>Puts the signed-in official, her post, office and state around every desk page, whichever room the page is in.</summary>
public sealed class DeskFrame(EkDwarDb db, PostDirectory directory, StateFaces states) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (DeskSession.Of(http.User) is { } session)
        {
            var frame = PageFrame.Of(http);
            var post = await directory.Post(session.PostId);
            var office = await directory.Office(post.OfficeId);
            var names = await db.Set<Official>().AsNoTracking().Where(official => official.OfficialId == session.OfficialId)
                .Select(official => official.Names).FirstOrDefaultAsync() ?? new LocalText();
            (frame with
            {
                State = states.Find(office.State) ?? frame.State,
                Desk = new DeskFace(names.In(frame.Language), Phrase.Of(post.Names, frame.Language), Phrase.Of(office.Names, frame.Language),
                    $"/desk/{frame.Language.Code}/sign-out"),
            }).PutInto(http);
        }
        await next();
    }
}
