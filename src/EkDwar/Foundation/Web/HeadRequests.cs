namespace EkDwar.Foundation.Web;

/// <summary>Answers HEAD as GET, without the body: endpoints are mapped for GET alone, and whoever asks first whether a page is there is not told 404.</summary>
public sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        await next(context);
    }
}
