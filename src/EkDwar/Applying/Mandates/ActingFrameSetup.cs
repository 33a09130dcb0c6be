using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.People.Mandates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Applying.Mandates;

/// <summary>Says on every page of a citizen for whom she acts, where that is another; and leads back to the choice of a person once nobody lets her any more.</summary>
public sealed class ActingFrameSetup(EkDwarDb db, Accounts accounts, TimeProvider time) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not CitizenPage { Session: { IsForAnother: true } session } page)
        {
            await next();
            return;
        }
        var person = (await db.ActsFor(session.AccountId, time.Today())).FirstOrDefault(one => one.PersonId == session.PersonId);
        if (person is null && page is not PersonPage)
        {
            context.Result = new RedirectResult(page.At("sign-in/person"));
            return;
        }
        var executed = await next();
        if (person is not null && executed.Result is PageResult) (PageFrame.Of(context.HttpContext) with { ActsFor = accounts.ProfileOf(person).Name }).PutInto(context.HttpContext);
    }
}
