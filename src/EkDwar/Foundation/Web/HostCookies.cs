using Microsoft.Extensions.Primitives;

namespace EkDwar.Foundation.Web;

/// <summary>
/// Where the house is reached by HTTPS, each of its cookies leaves with the prefix <c>__Host-</c>, and none without it comes in:
/// a browser takes such a name only from this very host, over HTTPS, so no neighbour under the same domain can plant one. Inside,
/// cookies keep their plain names, which also serve on plain loopback, where a browser need not know the prefix.
/// </summary>
public sealed class HostCookies(RequestDelegate next)
{
    const string Prefix = "__Host-";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsHttps) return next(context);
        context.Request.Headers.Cookie = Ours(context.Request.Headers.Cookie);
        // Registered before all others, it is asked last: it sees every cookie that leaves.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (headers.SetCookie.Count > 0) headers.SetCookie = headers.SetCookie.Select(set => Named(set ?? "")).ToArray();
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    public static StringValues Ours(StringValues sent)
    {
        var ours = sent.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries)).Where(one => one.StartsWith(Prefix, StringComparison.Ordinal)).Select(one => one[Prefix.Length..]).ToList();
        return ours.Count == 0 ? StringValues.Empty : string.Join("; ", ours);
    }

    /// <summary>A cookie that goes out; also one that is taken back, which a browser believes only with the same properties.</summary>
    public static string Named(string set) =>
        Prefix + set + (set.Split(';').Any(part => part.Trim().Equals("secure", StringComparison.OrdinalIgnoreCase)) ? "" : "; secure");
}
