namespace EkDwar.Foundation.Web;

/// <summary>
/// Where the house's public address is one of HTTPS, every request is taken for one: a proxy before it ends TLS and speaks
/// plain HTTP from there. No header is believed for that, which anybody could send.
/// </summary>
public sealed class PublicScheme(RequestDelegate next, Settings settings)
{
    readonly bool isHttps = settings.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        if (isHttps) context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }
}
