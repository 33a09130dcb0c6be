using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace EkDwar.Foundation.Web;

/// <summary>
/// Draws a page once for nobody while the house starts: what drawing needs is loaded then, and the first reader does not
/// wait for it. The page must ask no database: there may be none yet.
/// </summary>
public static class FirstPage
{
    public static async Task Draw(WebApplication app, string path, RouteValueDictionary route)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var page = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>().Single(page => page.ViewEnginePath == path);
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.RouteValues) = (HttpMethods.Get, route);
        context.Response.Body = Stream.Null;
        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        await services.GetRequiredService<IActionInvokerFactory>().CreateInvoker(new ActionContext(context, new RouteData(route), compiled))!.InvokeAsync();
    }
}
