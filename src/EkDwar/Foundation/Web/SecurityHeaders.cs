namespace EkDwar.Foundation.Web;

/// <summary>The headers of every answer: nothing inline, nothing from elsewhere, no framing, no sniffing, no caching of personal pages.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>On this page a script of ours may ask this house, and nobody else.</summary>
    public static void LetScriptsAsk(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Policy + "; connect-src 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            var headers = response.Headers;
            // A citizen's paper comes under a stricter one of its own.
            if (!headers.ContainsKey("Content-Security-Policy")) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), microphone=(), camera=()";
            if (response.HttpContext.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            if (!headers.ContainsKey("Cache-Control")) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
